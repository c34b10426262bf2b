from collections.abc import Generator
from pathlib import Path

import pytest

from counterclaim.errors import NotFoundError, RedactedError
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.model.claim import Claim

from linked_reports import Told, keep, say
from word_linker import WordLinker

BRIDGE = say("Bridge", "the stone bridge stood open", published="2031-03-02")
AGAIN = say("Again", "the stone bridge stood open", "the stone bridge was mined", published="2031-03-03")
DEPOT = say("Depot", "the grain depot burned down", published="2031-03-01")
UNDATED = say("Undated", "the railway was cut near the bridge", published=None)
TOLD = (UNDATED, AGAIN, DEPOT, BRIDGE)


@pytest.fixture
def linked(store: Store) -> Store:
    for told in TOLD:
        keep(store, told, WordLinker())
    return store


def contents(store: Store, filters: Filters) -> list[str]:
    return [claim["content"] for claim in store.claims(filters)]


def first(told: Told) -> str:
    return told[1][0].id


def test_claims_come_in_the_order_of_their_first_tellings(linked: Store) -> None:
    told = ["the grain depot burned down", "the stone bridge stood open", "the railway was cut near the bridge"]
    assert contents(linked, Filters()) == told


def test_a_claim_comes_back_as_it_was(linked: Store) -> None:
    for claim in linked.claims(Filters()):
        assert Claim.from_json(claim).as_json() == claim
        assert linked.claim(claim["id"]) == claim
        for name in claim["tellings"]:
            assert linked.claim(name) == claim


def test_a_claim_is_wanted_where_one_of_its_tellings_is(linked: Store) -> None:
    bridge = ["the stone bridge stood open"]
    for filters in (Filters(text="mined"), Filters(report=AGAIN[0].id), Filters(since="2031-03-03")):
        assert contents(linked, filters) == bridge
    assert len(contents(linked, Filters(claimant="mayor"))) == 3
    assert contents(linked, Filters(claimant="minister")) == []
    assert contents(linked, Filters(kind="strike")) == []


def test_what_is_told_most_is_found_first(linked: Store) -> None:
    found = [claim["content"] for claim in linked.found("bridge")]
    assert found == ["the stone bridge stood open", "the railway was cut near the bridge"]
    assert [claim["content"] for claim in linked.found("railway bridge")] == ["the railway was cut near the bridge"]
    assert list(linked.found("tunnel")) == []


@pytest.mark.parametrize("text", ['"', "AND", "OR(", "*", "", "\0"])
def test_anything_is_taken_for_words(linked: Store, text: str) -> None:
    assert list(linked.found(text)) == []


def test_what_is_not_held_or_not_linked_is_said(linked: Store) -> None:
    for name in ("c_0", "t_0", "r_0", ""):
        with pytest.raises(NotFoundError, match="counterclaim claims"):
            linked.claim(name)
    later = say("Later", "nothing was heard from the mill")
    keep(linked, later, None)
    with pytest.raises(NotFoundError, match="not linked yet"):
        linked.claim(first(later))


def test_a_redacted_telling_is_said_to_be(linked: Store) -> None:
    linked.redact(first(DEPOT), by="an analyst", reason="a witness asked", linker=WordLinker())
    with pytest.raises(RedactedError, match="a witness asked"):
        linked.claim(first(DEPOT))


def test_status_counts_claims_and_its_digest_covers_them(linked: Store) -> None:
    status = linked.status()
    assert (status["claims"], status["not_linked"]) == (3, 0)
    unlinked = linked._all("SELECT id, hash FROM telling")
    assert len(unlinked) == 5
    linked._connection.execute("UPDATE claim SET hash = ''")
    assert linked.status()["derived_digest"] != status["derived_digest"]


def test_a_listing_may_be_left_when_the_ledger_is_closed_already(demo_ledger: Path) -> None:
    with Store(demo_ledger, write=False) as opened:
        found = opened.claimed(Filters())
        assert next(found)
    assert isinstance(found, Generator)
    found.close()
