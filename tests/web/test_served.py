"""Readings that are lent: of the file that stands at the path now, and for so long at most."""

import threading
import time
from pathlib import Path

import pytest

from counterclaim.errors import LedgerBusyError, LedgerError
from counterclaim.ledger import redaction
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.web import figuring
from counterclaim.web import served as serving
from counterclaim.web.served import READERS, Served
from hostile_lists import private


def held(served: Served) -> list[int]:
    """How many reports each reading finds."""
    found = []
    for _ in range(READERS + 1):
        with served.lent() as shown:
            found.append(shown.store.counts()["reports"])
    return found


def test_another_file_at_the_path_is_what_is_shown(tmp_path: Path) -> None:
    path = private(tmp_path / "a.db")
    Store(tmp_path / "b.db").close()
    served = Served(path)
    assert held(served) == [1] * (READERS + 1)
    path.rename(tmp_path / "moved.db")
    for _ in range(READERS + 1):
        with pytest.raises(LedgerError, match="no ledger"), served.lent():
            pass
    (tmp_path / "b.db").rename(path)
    assert held(served) == [0] * (READERS + 1)
    path.unlink()
    (tmp_path / "moved.db").rename(path)
    assert held(served) == [1] * (READERS + 1)
    served.close()


def test_a_request_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served = Served(private(tmp_path / "a.db"))
    monkeypatch.setattr(serving, "LONGEST", 0.05)
    for _ in range(READERS + 1):
        with served.lent() as shown:
            assert list(shown.lines(Filters(text="shaft")))
            time.sleep(0.1)
            with pytest.raises(LedgerBusyError, match="too long"):
                list(shown.claims(Filters()))
    served.close()


def test_figures_are_begun_anew_for_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = private(tmp_path / "a.db")
    Store(tmp_path / "b.db").close()
    monkeypatch.setattr(figuring, "PATIENCE", 0.05)
    monkeypatch.setattr(figuring, "LONGEST", 0.05)
    worker = threading.Thread(target=figuring.figure, args=(path, {}), kwargs={"names": False}, daemon=True)
    worker.start()
    worker.join(1.0)
    assert worker.is_alive()
    (tmp_path / "b.db").rename(path)
    worker.join(10.0)
    assert not worker.is_alive()


def test_a_redaction_waits_for_longer_than_a_request_may_take() -> None:
    assert redaction.SCRUB_WAIT_MS > serving.LONGEST * 1000
