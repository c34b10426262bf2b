"""The looks of the pages: no rule and no file is for nobody, and a page loads the sheets that its classes are in."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

PACKAGE = Path(str(files("counterclaim")))
STATIC, TEMPLATES = PACKAGE / "web" / "static", PACKAGE / "web" / "templates"
SHEETS = sorted(STATIC.glob("*.css"))
PAGES = sorted(TEMPLATES.glob("*.html"))
JOINED = {"state-ambiguous", "state-unresolved"}  # put together of "state-" and the state
OTHERS = "leaflet-"  # of the library that moves the map


def named(sheet: Path) -> set[str]:
    """Classes and ids that the rules of a sheet are for."""
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    found = {name for rule in re.findall(r"([^{}]+)\{", text) for name in re.findall(r"[.#]([A-Za-z][\w-]*)", rule)}
    return {name for name in found - JOINED if not name.startswith(OTHERS)}


def whole(template: str) -> str:
    """A template with all that it extends or takes macros from."""
    text = (TEMPLATES / template).read_text(encoding="utf-8")
    return text + "".join(whole(name) for name in re.findall(r'(?:from|extends) "([\w/.]+)"', text))


def classes(text: str) -> set[str]:
    given = (re.sub(r"\{[{%].*?[%}]\}", "", found) for found in re.findall(r'class="([^"]*)"', text))
    return {name for found in given for name in found.split()}


def used() -> str:
    paths = (
        *TEMPLATES.rglob("*.html"),
        *STATIC.glob("*.js"),
        *PACKAGE.glob("web/**/*.py"),
        *PACKAGE.glob("drawing/*.py"),
    )
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_rule_is_for_something(sheet: Path) -> None:
    text = used()
    assert [name for name in sorted(named(sheet)) if not re.search(rf"(?<![\w-]){name}(?![\w-])", text)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_loads_the_sheets_of_its_classes(page: Path) -> None:
    text = whole(page.name)
    loaded = set(re.findall(r"/static/(\w+\.css)", text))
    here = {name for sheet in SHEETS if sheet.name in loaded for name in named(sheet)}
    elsewhere = {name for sheet in SHEETS if sheet.name not in loaded for name in named(sheet)}
    assert sorted(classes(text) & elsewhere - here) == []


def test_every_file_is_asked_for() -> None:
    ours = {path.name for path in STATIC.iterdir() if path.is_file()}
    assert ours == set(re.findall(r"/static/(\w+\.\w+)", used()))
