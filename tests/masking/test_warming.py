from pathlib import Path

from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.masking.kept import LEAST, Found, Masks
from counterclaim.masking.shown import Shown
from counterclaim.masking.warming import warming

JOINED = 60  # seconds at most


def never() -> Found:
    raise AssertionError


def test_the_masks_of_all_reports_come_in(demo_ledger: Path) -> None:
    masks = Masks()
    with warming(demo_ledger, masks) as thread:
        thread.join(JOINED)
    with Store(demo_ledger, write=False) as store:
        names = store.newest()
        assert len(masks) == len(names) == store.counts()["reports"]
        assert [masks.of(store.reading_of(name), never).mask for name in names]
        asked = Filters(text="Rovno")
        assert list(Shown(store, masks=masks).lines(asked)) == list(Shown(store).lines(asked))


def test_no_more_come_in_than_there_is_room_for_and_the_newest_first(demo_ledger: Path) -> None:
    masks = Masks(room=10 * LEAST)
    with warming(demo_ledger, masks) as thread:
        thread.join(JOINED)
    assert 0 < len(masks) <= 10
    with Store(demo_ledger, write=False) as store:
        masks.of(store.reading_of(store.newest()[0]), never)


def test_what_is_not_made_at_the_end_is_not_made(demo_ledger: Path) -> None:
    with warming(demo_ledger, Masks()) as thread:
        pass
    assert not thread.is_alive()


def test_a_ledger_that_is_not_there_is_left_to_who_serves_it(tmp_path: Path) -> None:
    masks = Masks()
    with warming(tmp_path / "none.db", masks) as thread:
        thread.join(JOINED)
    assert not len(masks)
