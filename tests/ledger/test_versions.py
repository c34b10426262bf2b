from dataclasses import replace
from pathlib import Path

import pytest

from counterclaim.errors import LedgerError
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.ledger.versions import Versions

from linked_reports import keep, many, say
from word_linker import WordLinker

LINKER = WordLinker()


def test_seals_change_with_what_they_cover_and_with_nothing_else(store: Store) -> None:
    first = say("A", "the stone bridge was open again", published=None)
    keep(store, first, LINKER)
    with Versions(store.path) as versions:
        reports, claims = versions.reports(), versions.claims()
        keep(store, say("B", "the grain depot burned down"), LINKER)
        assert versions.reports().items() > reports.items()
        assert versions.claims().items() > claims.items()
        keep(store, say("C", "the stone bridge stood open"), LINKER)
        assert not set(versions.claims().items()) > set(claims.items())
        filled = store.filled(replace(first[0], published="2031-03-01"))
        assert filled is not None
        store.fill_in(filled, [], reader="test/1", linker=LINKER)
        assert versions.reports()[filled.id] != reports[filled.id]


def test_it_tells_that_something_was_written(store: Store) -> None:
    with Versions(store.path) as versions:
        assert versions.changed()
        assert not versions.changed()
        keep(store, say("A", "the stone bridge was open again"), LINKER)
        assert (versions.changed(), versions.changed(), versions.entry()) == (True, False, 2)


def test_a_frame_holds_ids_and_codes_of_a_claim_alone(store: Store) -> None:
    for told in many(12):
        keep(store, told, LINKER)
    claims = {claim["id"]: claim for claim in store.claims(Filters())}
    with Versions(store.path) as versions:
        frames = {frame.id: frame for frame in versions.frames([*claims, "c_none"])}
        for name, claim in claims.items():
            lines = [store.telling(telling) for telling in claim["tellings"]]
            assert list(frames[name].tellings.items()) == [(line["id"], line["report"]["id"]) for line in lines]
            assert frames[name].drift == tuple((item["to"], item["change"]) for item in claim["drift"])
            assert frames[name].parents == claim["parents"]
            found = versions.told_in([lines[0]["report"]["id"]])
            assert name in found
            assert found == {one["id"] for one in store.claims(Filters(report=lines[0]["report"]["id"]))}
        assert frames.keys() == claims.keys()
        assert versions.told_in([]) == set()


def test_where_there_is_no_ledger_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(LedgerError):
        Versions(tmp_path / "none.db")
