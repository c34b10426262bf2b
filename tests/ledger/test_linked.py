import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from counterclaim.errors import BadValueError, NotFoundError
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.model.claim import Claim, Join
from counterclaim.model.telling import Telling

from linked_reports import Told, keep, many, say
from word_linker import WordLinker

MANY = many()


def clean(store: Store, linker: WordLinker) -> bool:
    return not store.verify(linker).differences


def claims(store: Store) -> list[dict[str, Any]]:
    return list(store.claims(Filters()))


def anew(folder: Path, told: Sequence[Told]) -> str:
    """The digest of a ledger to which these came in one go."""
    with Store(folder / "anew.db") as store:
        for one in told:
            keep(store, one, WordLinker())
        digest = str(store.status()["derived_digest"])
    (folder / "anew.db").unlink()
    return digest


def test_any_order_of_arrival_gives_the_same_claims(tmp_path: Path) -> None:
    digests, draw = set(), random.Random(3)
    for turn in range(20):
        linker = WordLinker()
        with Store(tmp_path / f"{turn}.db") as store:
            for told in draw.sample(MANY, len(MANY)):
                keep(store, told, draw.choice((linker, linker, None)))
            list(store.link(linker))
            assert clean(store, linker)
            status = store.status()
            assert status["claims"]
            assert status["not_linked"] == 0
            digests.add(status["derived_digest"])
    assert len(digests) == 1


def test_joined_tellings_are_of_one_claim(store: Store) -> None:
    linker = WordLinker()
    keep(store, say("A", "the stone bridge stood open", "the grain depot burned"), linker)
    keep(store, say("B", "the stone bridge stood"), linker)
    told = [claim["tellings"] for claim in claims(store)]
    assert sorted(map(len, told)) == [1, 2]
    lines = {line["id"] for line in store.lines(Filters())}
    assert {name for names in told for name in names} == lines


def test_a_report_is_compared_only_with_those_that_share_a_key(store: Store) -> None:
    linker = WordLinker()
    near = [say(f"Near {number}", f"the stone bridge {number}") for number in range(3)]
    far = [say(f"Far {number}", f"grain depots burn {number}") for number in range(20)]
    for told in near + far:
        keep(store, told, linker)
    linker.compared.clear()
    new = say("New", "that bridge collapsed")
    keep(store, new, linker)
    partners = {new[0].id} | {told[0].id for told in near}
    assert {name for pair in linker.compared for name in pair} == partners
    assert len(linker.compared) == len(partners)


def test_only_what_a_new_report_touches_is_clustered_again(store: Store) -> None:
    linker = WordLinker()
    for number in range(20):
        keep(store, say(f"Far {number}", f"grain depots burn{number}"), linker)
    linker.clustered.clear()
    keep(store, say("New", "the stone bridge collapsed"), linker)
    assert linker.clustered == [1]


def test_what_came_without_a_linker_awaits_it(store: Store) -> None:
    told = [say(name, "the stone bridge stood open") for name in ("A", "B", "C")]
    linker = WordLinker()
    keep(store, told[0], None)
    keep(store, told[1], linker)
    keep(store, told[2], None)
    assert store.status()["not_linked"] == 2
    assert set(store.not_linked()) == {told[0][0].id, told[2][0].id}
    assert clean(store, linker)
    with pytest.raises(NotFoundError, match="not linked yet"):
        store.claim(told[0][1][0].id)
    running = store.link(linker)
    next(running)
    running.close()  # type: ignore[attr-defined]  # it is a generator
    assert store.status()["not_linked"] == 1
    assert len(list(store.link(linker))) == 1
    assert list(store.link(linker)) == []
    assert [len(claim["tellings"]) for claim in claims(store)] == [3]
    assert clean(store, linker)


def test_a_claim_that_goes_into_another_is_found_by_its_old_id(store: Store) -> None:
    linker = WordLinker()
    later, middle = say("Later", "stone bridge collapsed", published="2031-03-03"), say("Middle", "grain depot burned")
    keep(store, later, linker)
    keep(store, middle, linker)
    old = store.claim(later[1][0].id)["id"]
    bridge = say("Bridge", "stone bridge grain depot", published="2031-03-02")
    keep(store, bridge, linker)
    (claim,) = claims(store)
    assert claim["id"] != old
    assert store.claim(old) == claim
    first = say("First", "grain depot", published="2031-02-01")
    keep(store, first, linker)
    (now,) = claims(store)
    assert now["id"] not in (old, claim["id"])
    assert store.claim(old) == store.claim(claim["id"]) == now
    assert clean(store, linker)


def test_an_id_that_is_a_claim_again_is_no_longer_redirected(store: Store) -> None:
    linker = WordLinker()
    later, first = say("Later", "stone bridge", published="2031-03-03"), say("First", "stone bridge stood")
    keep(store, later, linker)
    old = store.claim(later[1][0].id)
    keep(store, first, linker)
    assert store.claim(old["id"])["id"] != old["id"]
    store.redact(first[0].id, by="an analyst", reason="asked", linker=linker)
    assert store.claim(old["id"]) == old
    gone = store._all("SELECT claim FROM redirect")
    assert [store.claim(name) for (name,) in gone] == [old]
    assert clean(store, linker)


def test_old_ids_lead_to_a_claim_that_is_held_through_all_that_happens(tmp_path: Path) -> None:
    draw, linker, ids = random.Random(9), WordLinker(), set()
    with Store(tmp_path / "ledger.db") as store:
        for told in draw.sample(MANY, len(MANY)):
            keep(store, told, linker)
            ids |= {claim["id"] for claim in claims(store)}
        for told in draw.sample(MANY, 10):
            store.redact(told[0].id, by="an analyst", reason="asked", linker=draw.choice((linker, None)))
            list(store.link(linker))
            held = {claim["id"] for claim in claims(store)}
            assert clean(store, linker)
            for name in ids:
                try:
                    assert store.claim(name)["id"] in held
                except NotFoundError:
                    assert name not in held


def test_a_date_filled_in_links_the_report_anew(tmp_path: Path) -> None:
    dated, other = say("A", "stone bridge collapsed"), say("B", "stone bridge stood", published="2031-03-02")
    bare = replace(dated[0], published=None)
    linker = WordLinker()
    for name, after in (("at hand", linker), ("later", None)):
        with Store(tmp_path / f"{name}.db") as store:
            keep(store, (bare, dated[1]), linker)
            keep(store, other, linker)
            assert claims(store)[0]["tellings"] == [other[1][0].id, dated[1][0].id]
            old = claims(store)[0]["id"]
            whole = store.filled(dated[0])
            assert whole
            assert store.fill_in(whole, dated[1], reader="test/1", linker=after)
            assert clean(store, linker)
            assert len(list(store.link(linker))) == (0 if after else 1)
            (claim,) = claims(store)
            assert claim["tellings"] == [dated[1][0].id, other[1][0].id]
            assert store.claim(old) == claim
            assert clean(store, linker)
            assert store.status()["derived_digest"] == anew(tmp_path, [dated, other])


def test_another_version_of_the_linker_links_all_anew(tmp_path: Path) -> None:
    first, second = WordLinker(), WordLinker("words/2", shared=3)
    with Store(tmp_path / "ledger.db") as store, Store(tmp_path / "fresh.db") as fresh:
        for told in MANY[:-5]:
            keep(store, told, first)
        old = {claim["id"] for claim in claims(store)}
        for told in MANY[-5:]:
            keep(store, told, second)
        assert not store.verify(first).differences
        assert not store.verify(second).differences
        assert len(store.not_linked(second)) == len(MANY) - 5
        running = store.link(second)
        for _ in range(10):
            next(running)
        running.close()  # type: ignore[attr-defined]  # it is a generator
        assert clean(store, second)
        list(store.link(second))
        for told in MANY:
            keep(fresh, told, second)
        assert clean(store, second)
        assert store.status()["derived_digest"] == fresh.status()["derived_digest"]
        held = {claim["id"] for claim in claims(store)}
        assert {store.claim(name)["id"] for name in old} <= held


ADD = """
import sys
sys.path[:0] = sys.argv[2:]
from counterclaim.ledger.store import Store
from linked_reports import keep, many
from word_linker import WordLinker
with Store(sys.argv[1]) as store:
    print("open", flush=True)
    for place, told in enumerate(many(200)):
        keep(store, told, WordLinker() if place % 3 else None)
    list(store.link(WordLinker()))
"""


def test_a_kill_at_any_moment_leaves_whole_reports_with_their_claims(tmp_path: Path) -> None:
    path, draw, told = tmp_path / "ledger.db", random.Random(4), many(200)
    command = [sys.executable, "-c", ADD, str(path), *(str(Path(__file__).parents[place]) for place in (1, 2))]
    for _ in range(4):
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout
            assert process.stdout.readline()
            time.sleep(draw.uniform(0.01, 0.4))
            process.send_signal(signal.SIGKILL)
        with Store(path) as store:
            assert clean(store, WordLinker())
    assert subprocess.run(command, check=True, capture_output=True).returncode == 0
    with Store(path) as store:
        assert clean(store, WordLinker())
        assert (store.status()["reports"], store.status()["not_linked"]) == (len(told), 0)
        assert store.status()["derived_digest"] == anew(tmp_path, told)


class Broken(WordLinker):
    """A linker that does what the protocol rules out."""

    def __init__(self, fault: str) -> None:
        super().__init__()
        self.fault = fault

    def joins(self, ours: Sequence[Telling], theirs: Sequence[Telling]) -> list[Join]:
        found = super().joins(ours, theirs)
        if self.fault == "raises" and len(self.compared) > 1:
            raise ZeroDivisionError
        changed = {
            "twice": found * 2,
            "backwards": [replace(join, one=join.other, other=join.one) for join in found],
            "foreign": [replace(join, one="t_0") for join in found],
        }
        return changed.get(self.fault, found)

    def claims(
        self, tellings: Sequence[Telling], joins: Sequence[Join], reports: Sequence[Sequence[Telling]]
    ) -> list[Claim]:
        found = super().claims(tellings, joins, reports)
        changed = {
            "lost": found[1:],
            "doubled": found * 2,
            "disordered": [replace(claim, tellings=claim.tellings[::-1]) for claim in found],
        }
        return changed.get(self.fault, found)


@pytest.mark.parametrize("fault", ["raises", "twice", "backwards", "foreign", "lost", "doubled", "disordered"])
def test_a_linker_that_breaks_leaves_nothing_half_done(store: Store, fault: str) -> None:
    keep(store, say("A", "stone bridge collapsed"), WordLinker())
    before = store.status()
    linker = Broken(fault)
    with pytest.raises(ZeroDivisionError if fault == "raises" else BadValueError):
        keep(store, say("B", "stone bridge stood"), linker)
    assert store.status() == before
    assert clean(store, WordLinker())
