"""Values that many tests need. All reports here are made up and say so in their text."""

import os
import shutil
import signal
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import settings

from counterclaim import pipeline
from counterclaim.ledger.store import Store
from counterclaim.model.report import Report, report_id
from counterclaim.model.source import Chain, Link, Source
from counterclaim.model.span import Span
from counterclaim.model.telling import Quote, Telling, Voice

DEMO = Path(__file__).parents[1] / "demo"
HANGS = 120  # seconds
MEMORY, ROOM = Path("/dev/shm"), 2**29  # noqa: S108 a folder of its own is made there; bytes that must be free
MADE_UP = "Made-up text about the invented country Vardia."
SENTENCE = "The mayor of Belmar said the old bridge was open again."
TEXT = f"{MADE_UP}\n{SENTENCE}\nА мост в Белмаре, по словам жителей, закрыт."

MakeReport = Callable[..., Report]

settings.register_profile("patient", deadline=None)  # how fast a busy machine is says nothing of what it computes
settings.load_profile("patient")


@pytest.fixture
def make_report() -> MakeReport:
    def make(
        text: str = TEXT, *, outlet: str | None = "Belmar Post", address: str | None = None, name: str = "a.txt"
    ) -> Report:
        identity = report_id(text, outlet=outlet, address=address, location=f"/made/up/{name}")
        return Report(
            identity, text, name, f"/made/up/{name}", outlet=outlet, address=address, url=address,
            published="2025-12-07", title="A bridge", language="en", raw=text.encode(),
        )  # fmt: skip

    return make


def tell(report: Report, words: str = "the old bridge was open again", who: str = "The mayor of Belmar") -> Telling:
    """A telling of `words` by `who`, as they stand in the report."""

    def span(text: str, after: int = 0) -> Span:
        start = report.text.index(text, after)
        return Span.of(report.text, start, start + len(text))

    sentence = span(next(line for line in report.text.split("\n") if words in line))
    claimant = Source(Link.CLAIMANT, name=None, span=span(who, sentence.start))
    chain = Chain.of(report.outlet, claimant=claimant)
    by = {"reading": "test/1", "grounding": None}
    cue = span("said", sentence.start)
    return Telling(report, sentence, span(words), chain, by, cue=cue, quote=Quote.INDIRECT, voice=Voice.ATTRIBUTED)


@pytest.fixture(scope="session")
def demo_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's reports, read and linked, made once; who writes into it takes a copy."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with Store(path) as made:
        deque(pipeline.add(made, [str(DEMO)], pipeline.Asked()), maxlen=0)
    return path


@pytest.fixture
def quick_folder(tmp_path: Path) -> Iterator[Path]:
    """An empty folder for a ledger that is written thousands of times, each waiting for the disk.

    In memory where the machine has room there; else on disk.
    """
    is_there = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    with tempfile.TemporaryDirectory(dir=MEMORY if is_there else tmp_path) as folder:
        yield Path(folder)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "ledger.db") as made:
        yield made


@pytest.fixture(autouse=True)
def _ends() -> Iterator[None]:
    """No test may hang: what takes this long does not end."""

    def hangs(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"not done in {HANGS} seconds")

    signal.signal(signal.SIGALRM, hangs)
    signal.alarm(HANGS)
    yield
    signal.alarm(0)
