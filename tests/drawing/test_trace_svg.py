import re
from importlib.resources import files
from xml.etree import ElementTree

import pytest

from counterclaim.drawing.trace_svg import STYLE, inlaid, trace_svg

import traces

SHEET = files("counterclaim.web").joinpath("static", "trace.css")
HOSTILE = "]]><script>alert('1')</script>&amp;\x00\x1b\u202e\ud800 \"x\" <!-- -->"


def texts(svg: str) -> str:
    return " ".join(ElementTree.fromstring(svg).itertext())  # noqa: S314 our own picture


@pytest.mark.parametrize("number", [1, 5, 16, 40])
def test_a_picture_is_sound_and_always_the_same(number: int) -> None:
    drawn = trace_svg(traces.many(number))
    assert drawn == trace_svg(traces.many(number))
    assert ElementTree.fromstring(drawn).tag.endswith("svg")  # noqa: S314 our own picture
    assert all(f"<title>t_{at:016x}: " in drawn for at in range(number))


def test_what_stands_in_it() -> None:
    found = texts(trace_svg(traces.story("st-03")[2]))
    assert "Izar Gimarel: “they have no choice but to give up”" in found
    assert "4 reports, 4 outlets; earliest held: Union Telegraph Agency, 2031-02-18" in found
    assert "cited, not held" in found
    assert "compared with Union" in found
    assert "relay dropped: UTA" in found
    assert "it says nothing of whether it is so" in found
    assert "Lakeside Ledger News (20 Feb 2031) has it from Halm News Agency (not held)" in found


def test_the_legend_tells_only_of_what_is_there() -> None:
    assert "cited and not held" not in texts(trace_svg(traces.many(1)))
    assert "nothing shows from where" not in texts(trace_svg(traces.many(5)))
    assert "nothing shows from where" in texts(trace_svg(traces.many(12)))


def test_hostile_words_stay_words() -> None:
    line = traces.line(1, HOSTILE, "2031-02-10")
    line["content"]["text"] = line["chain"][1]["name"] = HOSTILE
    other = traces.line(2, "B", "2031-02-11")
    drift = [traces.drift(line["id"], other["id"], "detail_added", HOSTILE, HOSTILE)]
    parents = {other["id"]: {"unheld": HOSTILE}}
    drawn = trace_svg(traces.claim([line, other], parents, drift=drift, unheld=[{"unheld": HOSTILE}], kind=HOSTILE))
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(drawn).iter()}  # noqa: S314
    assert tags <= {"svg", "title", "desc", "style", "g", "rect", "path", "line", "text"}
    assert not set(drawn) & {"\x00", "\x1b", "\u202e", "\ud800"}
    assert drawn.encode()


def test_that_names_are_masked_is_said() -> None:
    line = traces.line(1, "A", "2031-02-10")
    assert "masked" not in trace_svg(traces.claim([line], {}))
    line["content"]["text"] = "█████ had left"
    assert "Names of people who hold no office are masked." in trace_svg(traces.claim([line], {}))


def test_the_picture_in_the_docs_is_what_is_drawn() -> None:
    assert traces.PICTURE.read_text(encoding="utf-8") == traces.in_the_docs(), "run `python tests/traces.py`"


def elements(svg: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter())  # noqa: S314 our own picture


def test_the_sheet_of_the_page_has_the_style_of_the_file() -> None:
    assert SHEET.read_text(encoding="utf-8") == f"/* As in the file that `trace --svg` writes. */\n{STYLE}\n"


@pytest.mark.parametrize("number", [1, 5, 16, 40])
def test_a_strict_page_may_hold_it_and_every_telling_is_a_link(number: int) -> None:
    drawn = inlaid(traces.many(number), lambda name: f"#{name}")
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script", drawn)
    links = [element.get("href") for element in elements(drawn) if element.tag.endswith("}a")]
    assert sorted(links, key=str) == [f"#t_{at:016x}" for at in range(number)]


def test_a_source_that_is_not_held_leads_nowhere() -> None:
    line, other = traces.line(1, "A", "2031-02-10"), traces.line(2, "B", "2031-02-11")
    drawn = inlaid(traces.claim([line, other], {other["id"]: {"unheld": "TVA"}}), str)
    assert "TVA, not held" in drawn
    assert len([element for element in elements(drawn) if element.tag.endswith("}a")]) == 2


def test_hostile_words_stay_words_in_a_page() -> None:
    line = traces.line(1, HOSTILE, "2031-02-10")
    line["content"]["text"] = line["chain"][1]["name"] = HOSTILE
    drawn = inlaid(traces.claim([line], {}), lambda name: f'"><script>{name}')
    tags = {element.tag.rpartition("}")[2] for element in elements(drawn)}
    assert tags <= {"svg", "title", "g", "a", "rect", "path", "line", "text"}
