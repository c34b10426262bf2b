"""Reports built from templates around made-up names: the name never comes out, and every span stays where it was."""

from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from counterclaim.masking.masks import mask
from counterclaim.masking.shape import masked
from counterclaim.model.report import Report, report_id
from counterclaim.model.source import Chain, Link, Source, SourceClass
from counterclaim.model.span import CONTEXT, Span
from counterclaim.model.telling import Telling
from counterclaim.pipeline import explained_words

SYLLABLES = (
    "bra",
    "dol",
    "fen",
    "gru",
    "hask",
    "jor",
    "kel",
    "lum",
    "mord",
    "nis",
    "plo",
    "quen",
    "rin",
    "sul",
    "tev",
    "wim",
)
SHOWN = ("Governor Ilse Marn denied it.", "The General Staff spokesman, Anselm Velk, denied it.", "Dorn was calm.")
TEMPLATES = (
    "The miner {given} {family} said that the bridge at Dorn was closed. {family} wept, and {given}’s wife left.",
    "{given} {family}, {age}, a resident of Dorn, said that shells fell on Dorn. {family}’s house burnt.",
    "“We hid in the cellar,” said {given} {family}, a nurse. {family} and two others left Dorn.",
    "Sergeant {given} {family} told {family}’s mother that Dorn was lost. The {family}s wept.",
    "A soldier with the call sign {family} said that Dorn was lost. {family} left.",
    "Among the dead was {given} {family}. {given} lived in Dorn, said {family}’s neighbour.",
    "The prisoner, {given} {family}, said that Dorn was lost, {family} being wounded.",
    "Refugee {given} {family} said that the bridge had burnt. Asked again, {family} wept.",
)


@st.composite
def names(draw: st.DrawFn) -> str:
    return "".join(draw(st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=3))).capitalize()


@st.composite
def reports(draw: st.DrawFn) -> tuple[Report, str, str]:
    given_name, family = draw(st.tuples(names(), names()))
    assume(given_name.casefold() not in family.casefold() and family.casefold() not in given_name.casefold())
    told = [draw(st.sampled_from(TEMPLATES)), *draw(st.lists(st.sampled_from(SHOWN), max_size=2))]
    text = "[MADE UP] Vardia and everything in this text are invented.\n\n" + " ".join(draw(st.permutations(told)))
    text = text.format(given=given_name, family=family, age=draw(st.integers(18, 90)))
    title = draw(st.sampled_from((None, "Dorn is calm", f"{family} weeps", f"The miner {given_name} {family}")))
    url = f"https://post.example/{given_name}-{family}".lower()
    identity = report_id(text, outlet="Belmar Post", address=url, location="/a")
    made = Report(identity, text, f"{family}.txt", "/a", outlet="Belmar Post", url=url, title=title, language="en")
    return made, given_name, family


def telling(report: Report, family: str) -> Telling:
    """A telling by whoever bears the name, of the words behind it."""
    start = report.text.index(family)
    sentence = Span.of(report.text, report.text.index("\n\n") + 2, len(report.text))
    source = Source(Link.CLAIMANT, family, Span.of(report.text, start, start + len(family)), SourceClass.NAMED_PERSON)
    content = Span.of(report.text, start + len(family), len(report.text))
    slots: dict[str, Any] = {"agent": {"written": family, "start": start, "end": start + len(family), "actor": None}}
    by: dict[str, str | None] = {"reading": "test/1", "grounding": None}
    chain = Chain.of(report.outlet, claimant=source)
    return Telling(report, sentence, content, chain, by, slots=slots, notes=(f"said by {family}",))


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


def spans(value: Any) -> list[tuple[int, int, str]]:
    """Every span with its words."""
    found = []
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and isinstance(value.get("text", value.get("written")), str):
            found.append((value["start"], value["end"], str(value.get("text", value.get("written")))))
        found += [span for item in value.values() for span in spans(item)]
    if isinstance(value, list):
        found += [span for item in value for span in spans(item)]
    return found


@settings(max_examples=150, deadline=None)
@given(reports())
def test_the_name_never_comes_out_and_spans_stay(made: tuple[Report, str, str]) -> None:
    report, given_name, family = made
    line = telling(report, family).as_json()
    found = mask(report, [line])
    assert len(found.text) == len(report.text)
    line_shown = masked(line, found)
    words = masked(explained_words(report, []), found)
    head = masked({"path": report.path, "url": report.url, "outlet": report.outlet}, found)
    printed = " ".join([*strings([line_shown, words, head]), found.text, found.title or ""]).casefold()
    assert family.casefold() not in printed
    assert given_name.casefold() not in printed
    assert line_shown.keys() == line.keys()
    assert all(found.text[start:end] == text for start, end, text in spans([line_shown, words]))
    at = line["sentence"]["start"]
    assert line_shown["sentence"]["prefix"] == found.text[max(0, at - CONTEXT) : at]
    assert line_shown["chain"][-1] == line["chain"][-1] | {
        "name": None, "written": None, "actor": None, "masked": True,
    }  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(reports())
def test_officials_and_places_stay(made: tuple[Report, str, str]) -> None:
    report, _, _ = made
    shown = mask(report, []).text
    for words in ("Ilse Marn", "Anselm Velk", "Dorn", "Governor", "[MADE UP] Vardia"):
        assert shown.count(words) == report.text.count(words)
