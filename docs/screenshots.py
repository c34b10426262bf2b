"""Makes the pictures of README and the tutorial: pages of the demo's ledger in Debian's Chromium, always as wide.

`python docs/screenshots.py [--only NAME]` (`make screenshots`). A picture changes with the browser's fonts and, where
the page says when a report came, with the day: look at them before you keep them.
"""

import shutil
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
from playwright.sync_api import Page, sync_playwright

from counterclaim import pipeline
from counterclaim.ledger.store import Store
from counterclaim.masking.shown import Shown
from counterclaim.web.served import Served
from counterclaim.web.serving import address, listening, serve

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "tutorial"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
    "--lang=en-GB",
]
WIDTH, HEIGHT = 1000, 750
LARGEST = 200_000  # bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as it is to be seen: its address, by what the ledger shows; what a person does there; how much is seen."""

    name: str
    address: Callable[[Shown], str]
    done: Callable[[Page], None] = lambda _page: None
    height: int = HEIGHT


def at(address: str) -> Callable[[Shown], str]:
    """An address that is always the same."""
    return lambda _shown: address


def claim(text: str) -> Callable[[Shown], str]:
    """Where the claim stands that these words find first."""
    return lambda shown: f"/claims/{next(shown.found(text))['id']}"


def compared(text: str) -> Callable[[Shown], str]:
    """Where the first two tellings of that claim stand side by side."""

    def address(shown: Shown) -> str:
        found = next(shown.found(text))
        one, other = found["tellings"][:2]
        return f"/claims/{found['id']}/compare?one={one}&other={other}"

    return address


def report(path: str) -> Callable[[Shown], str]:
    """Where the report stands whose file's name holds this."""
    return lambda shown: f"/reports/{next(one.id for one in shown.reports() if path in one.path)}"


def seen(selector: str, *opened: str) -> Callable[[Page], None]:
    """Opens what is folded, then scrolls until an element stands at the top."""

    def done(page: Page) -> None:
        for one in opened:
            page.locator(one).first.click()
        page.locator(selector).first.evaluate("one => one.scrollIntoView({block: 'start'})")

    return done


def told(words: str) -> Callable[[Page], None]:
    """Clicks on words of a report, and unfolds which places the telling may mean."""

    def done(page: Page) -> None:
        page.locator("#text a.m", has_text=words).first.click()
        page.locator("article.telling.active dd details").last.locator("summary").click()

    return done


def whole(page: Page) -> None:
    """Shows a claim's picture as small as it must be to be seen at once."""
    page.get_by_label("the whole picture").check()


VILLAGE, CITY = "UA14160150030092191", "UA14160210010099403"
PICTURES = (
    Picture("start", at("/")),
    Picture("search", at("/search?q=Rovno"), height=620),
    Picture("earliest", claim("Rovno")),
    Picture("trace", claim("Pokrovske mine"), whole, height=960),
    Picture("outlets", at("/outlets?sort=differs&order=down"), height=640),
    Picture("added", claim("Pokrovske mine"), seen("#turns"), height=480),
    Picture("compare", compared("Pokrovske mine"), height=720),
    Picture("village", at(f"/places/{VILLAGE}"), height=600),
    Picture("doubts", at(f"/places/{VILLAGE}"), seen("#doubts"), height=480),
    Picture("doubt", report("aloha-digest-kucherovka-rovno"), told("Rovno")),
    Picture("control", at(f"/places/{CITY}"), seen("#control-title"), height=900),
    Picture("map", at("/map"), height=800),
    Picture("report", report("bayou-city-crier-mine"), height=800),
)


@contextmanager
def demo_page() -> Iterator[tuple[str, Shown]]:
    """The address, without the last slash, of the demo's ledger while this lasts; and what it shows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.db"
        with Store(path) as store:
            deque(pipeline.add(store, [str(ROOT / "demo")], pipeline.Asked()), maxlen=0)
        listener = listening("127.0.0.1", 0)
        started = threading.Event()
        threading.Thread(target=serve, args=(Served(path), listener, started.set), daemon=True).start()
        started.wait(30)
        with Store(path, write=False) as store:
            yield address(listener).rstrip("/"), Shown(store)


@click.command()
@click.option("--only", help="The pictures whose name holds this.")
def main(only: str | None) -> None:
    """Makes the pictures."""
    browser = shutil.which("chromium") or sys.exit("There is no Chromium here (Debian: apt-get install chromium).")
    FOLDER.mkdir(exist_ok=True)
    with demo_page() as (home, shown), sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser, args=ARGUMENTS)
        for picture in (one for one in PICTURES if not only or only in one.name):
            page = launched.new_page(
                viewport={"width": WIDTH, "height": picture.height}, locale="en-GB", timezone_id="UTC"
            )
            page.goto(home + picture.address(shown))
            picture.done(page)
            made = FOLDER / f"{picture.name}.png"
            page.screenshot(path=made, animations="disabled")
            page.close()
            size = made.stat().st_size
            click.echo(f"{made.relative_to(ROOT)}: {size:,} bytes" + " (too large)" * (size > LARGEST))
        launched.close()


if __name__ == "__main__":
    main()
