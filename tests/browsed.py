"""A browser's page that says what it noticed: errors, requests to other hosts, what axe finds."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

ROOT = Path(__file__).parents[1]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",  # no other host is there
]
WIDTH, HEIGHT = 1000, 800  # the narrowest window that the pages are made for
GRAVE = ("serious", "critical")

# What no page may hold, whatever the reports say: each finding as a line.
FORBIDDEN = """() => {
  const found = [], page = document.documentElement;
  const wider = page.scrollWidth - page.clientWidth;
  if (wider) found.push(`${wider} pixels wider than the window`);
  if (document.querySelectorAll("h1").length !== 1) found.push("not one h1");
  for (const one of document.querySelectorAll("*")) {
    const name = one.tagName.toLowerCase();
    for (const {name: key, value} of one.attributes) {
      if (key.toLowerCase().startsWith("on")) found.push(`${name} has ${key}`);
      if (/^\\s*(javascript|data|vbscript):/i.test(value) && key !== "d") found.push(`${name} ${key}=${value}`);
    }
    if (name === "script" && !one.getAttribute("src")) found.push("a script stands in the page");
    if (["iframe", "object", "embed", "base", "meta[http-equiv]"].includes(name)) found.push(name);
    const written = one.getAttribute("href") ?? one.getAttribute("xlink:href");
    if (name === "a" && written !== null && new URL(written, location).origin !== location.origin) {
      const words = (one.rel || "").split(" ");
      for (const word of ["noreferrer", "noopener", "nofollow"])
        if (!words.includes(word)) found.push(`a link to ${written} without ${word}`);
    }
  }
  return found;
}"""


def chromium() -> str | None:
    """The Chromium of this machine, None where there is none."""
    return next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)


def missing() -> str | None:
    """What the tests in a browser need and this machine lacks, and what to do; None where nothing is."""
    if chromium() is None:
        return "there is no Chromium on this machine (Debian: apt-get install chromium)"
    if not AXE.exists():
        return "axe is not there (make assets)"
    return None


@dataclass
class Browsed:
    """A page at `home`, and what went wrong on it: nothing may."""

    page: Page
    home: str
    wrong: list[str] = field(default_factory=list)

    def go(self, address: str) -> int:
        """Opens an address of the server; the status of its answer."""
        answer = self.page.goto(self.home + address, wait_until="load")
        assert answer is not None
        return answer.status

    def grave(self) -> list[str]:
        """What axe calls serious or critical on the page as it stands, with the first element it names."""
        self.page.evaluate(AXE.read_text("utf-8") + "; undefined")
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(found => found.violations)")
        return [_finding(one) for one in found if one["impact"] in GRAVE]

    def forbidden(self) -> list[str]:
        """What no page may hold and this one holds."""
        found: list[str] = self.page.evaluate(FORBIDDEN)
        return found

    def overflow(self) -> int:
        """By how many pixels the page is wider than its window."""
        found: int = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return found

    def executed(self) -> bool:
        """Whether a script of a hostile report ran."""
        found: bool = self.page.evaluate("window.executed === true")
        return found


def _finding(found: dict[str, Any]) -> str:
    first = found["nodes"][0]
    return f"{found['id']}: {found['help']} ({len(found['nodes'])} times; {json.dumps(first['target'])})"


@contextmanager
def browsing(browser: Browser, home: str, **settings: Any) -> Iterator[Browsed]:
    """A page of a fresh profile."""
    values = {"viewport": {"width": WIDTH, "height": HEIGHT}, "locale": "en-GB", "timezone_id": "UTC", **settings}
    context = browser.new_context(**values)
    try:
        page = context.new_page()
        page.set_default_timeout(20_000)
        browsed = Browsed(page, home)
        _watch(browsed)
        yield browsed
    finally:
        context.close()


def _watch(browsed: Browsed) -> None:
    def request(request: Request) -> None:
        if not request.url.startswith((f"{browsed.home}/", "data:")):
            browsed.wrong.append(f"asked for {request.url}")

    def console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "status of 4" not in message.text:
            browsed.wrong.append(f"{message.type}: {message.text}")

    def dialog(dialog: Dialog) -> None:
        browsed.wrong.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    browsed.page.on("request", request)
    browsed.page.on("console", console)
    browsed.page.on("dialog", dialog)
    browsed.page.on("pageerror", lambda error: browsed.wrong.append(f"a script failed: {error}"))
