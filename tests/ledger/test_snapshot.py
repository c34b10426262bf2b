"""One state for all that a request asks, and a connection that threads hand to one another."""

import threading

import pytest

from counterclaim.errors import LedgerError, NotFoundError, RedactedError
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store

from linked_reports import keep, say
from word_linker import WordLinker

FIRST, SECOND = say("First", "the stone bridge stood open"), say("Second", "the grain depot burned down")


def test_what_is_asked_within_a_snapshot_is_of_one_state(store: Store) -> None:
    keep(store, FIRST, WordLinker())
    with Store(store.path, write=False) as reader:
        with reader.snapshot() as state:
            assert state == reader.state() == store.state()
            keep(store, SECOND, WordLinker())
            assert len(list(reader.lines(Filters()))) == 1
            assert reader.status()["reports"] == 1
            assert reader.state() == state != store.state()
        assert reader.state() == store.state()
        assert len(list(reader.lines(Filters()))) == 2


def test_a_snapshot_within_another_is_of_its_state(store: Store) -> None:
    with Store(store.path, write=False) as reader, reader.snapshot() as outer:
        keep(store, FIRST, None)
        with reader.snapshot() as inner:
            assert inner == outer
        assert reader.state() == outer


def test_a_snapshot_ends_with_an_error(store: Store) -> None:
    with Store(store.path, write=False) as reader:
        with pytest.raises(KeyError), reader.snapshot():
            raise KeyError
        keep(store, FIRST, None)
        assert reader.state() == store.state()


def test_the_head_is_the_one_that_status_gives(store: Store) -> None:
    keep(store, FIRST, None)
    status = store.status()
    assert store.state() == (status["log_entries"], status["head"])
    assert store.counts().items() <= status.items()
    assert (store.counts()["reports"], store.counts()["not_linked"]) == (1, 1)


def test_a_snapshot_does_not_keep_a_writer_waiting_nor_what_was_redacted(store: Store) -> None:
    keep(store, FIRST, None)
    with Store(store.path, write=False) as reader:
        with reader.snapshot():
            assert keep(store, SECOND, None)
        store.redact(FIRST[0].id, by="an analyst", reason="asked")
        assert not store._all("SELECT 1 FROM pending")
        assert [line["report"]["id"] for line in reader.lines(Filters())] == [SECOND[0].id]


@pytest.mark.parametrize("shared", [True, False])
def test_only_a_shared_ledger_goes_from_thread_to_thread(store: Store, shared: bool) -> None:
    keep(store, FIRST, None)
    found: list[object] = []

    def ask(reader: Store) -> None:
        try:
            found.append(len(list(reader.lines(Filters()))))
        except LedgerError as error:
            found.append(error)

    with Store(store.path, write=False, shared=shared) as reader:
        for _ in range(3):
            thread = threading.Thread(target=ask, args=(reader,))
            thread.start()
            thread.join()
    assert (found == [1, 1, 1]) is shared


def test_a_reading_is_known_by_the_words_and_the_tellings(store: Store) -> None:
    keep(store, FIRST, None)
    before = store.reading_of(FIRST[0].id)
    keep(store, SECOND, None)
    assert store.reading_of(FIRST[0].id) == before != store.reading_of(SECOND[0].id)
    assert store.reports_of([telling.id for telling in (*FIRST[1], *SECOND[1])]) == sorted((FIRST[0].id, SECOND[0].id))
    store.redact(FIRST[0].id, by="an analyst", reason="asked")
    with pytest.raises(RedactedError):
        store.reading_of(FIRST[0].id)
    with pytest.raises(NotFoundError):
        store.reading_of("r_0")
