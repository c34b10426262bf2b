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
from counterclaim.web.served import Served
from counterclaim.web.serving import address, listening, serve

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "tutorial"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
WIDTH, HEIGHT = 1000, 750
LARGEST = 200_000  # bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as it is to be seen: its address, and what a person does there; `height` of the part that is shown."""

    name: str
    address: str
    done: Callable[[Page], None] = lambda _page: None
    height: int = HEIGHT


def opened(text: str, then: str) -> Callable[[Page], None]:
    """Follows the first link below `main` whose words hold `text`, then scrolls to `then`."""

    def done(page: Page) -> None:
        page.locator("main a", has_text=text).first.click()
        page.wait_for_load_state()
        seen(then)(page)

    return done


def seen(selector: str) -> Callable[[Page], None]:
    """Scrolls until an element stands at the top."""

    def done(page: Page) -> None:
        page.locator(selector).first.evaluate("one => one.scrollIntoView({block: 'start'})")

    return done


PICTURES: tuple[Picture, ...] = (Picture("start", "/"),)


@contextmanager
def demo_page() -> Iterator[str]:
    """The address, without the last slash, of the demo's ledger while this lasts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.db"
        with Store(path) as store:
            deque(pipeline.add(store, [str(ROOT / "demo")], pipeline.Asked()), maxlen=0)
        listener = listening("127.0.0.1", 0)
        started = threading.Event()
        threading.Thread(target=serve, args=(Served(path), listener, started.set), daemon=True).start()
        started.wait(30)
        yield address(listener).rstrip("/")


@click.command()
@click.option("--only", help="The pictures whose name holds this.")
def main(only: str | None) -> None:
    """Makes the pictures."""
    browser = shutil.which("chromium") or sys.exit("There is no Chromium here (Debian: apt-get install chromium).")
    FOLDER.mkdir(exist_ok=True)
    with demo_page() as home, sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser, args=ARGUMENTS)
        for picture in (one for one in PICTURES if not only or only in one.name):
            page = launched.new_page(
                viewport={"width": WIDTH, "height": picture.height}, locale="en-GB", timezone_id="UTC"
            )
            page.goto(home + picture.address)
            picture.done(page)
            made = FOLDER / f"{picture.name}.png"
            page.screenshot(path=made, animations="disabled")
            page.close()
            size = made.stat().st_size
            click.echo(f"{made.relative_to(ROOT)}: {size:,} bytes" + " (too large)" * (size > LARGEST))
        launched.close()


if __name__ == "__main__":
    main()
