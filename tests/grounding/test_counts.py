"""Counts: range, what is counted, whom, in how long; what counts nothing is left out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.grounding import counts as of_tellings
from counterclaim.grounding import governors, sentence_counts
from counterclaim.grounding.counts import bounds, count, counts, is_known
from counterclaim.model.quantity import Quantity
from counterclaim.model.report import Report
from counterclaim.model.source import Chain
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling

LANGUAGES = ("en", "ru", "uk")
PAGE = Path(__file__).parents[2] / "docs" / "counts.md"


def found(words: str, text: str, kind: str | None = "casualties", language: str = "en") -> Quantity | None:
    start = text.index(words)
    return count(text, Span.of(text, start, start + len(words)), (0, len(text)), kind, language)


def told(text: str, words: str, language: str | None = "en") -> Telling:
    """A telling of the first sentence of `text`, whose content is all of it, with a mark on `words`."""
    report = Report("r", text, "r", "r", language=language)
    span = Span.of(text, text.index(words), text.index(words) + len(words))
    first = Span.of(text, 0, text.index(".") + 1)
    made = Telling(report, first, Span.of(text, 0, len(text)), Chain.of(None, claimant=None), {"reading": "test"})
    return replace(made, kind="casualties", quantities=(Quantity("other", None, words, None, None, span=span),))


def listed(text: str) -> Iterator[Telling]:
    """A telling for each part of `text` that a comma or a stop ends.

    It stands in the first sentence, of which it holds only the words around it.
    """
    report = Report("r", text, "r", "r", language="en")
    for part in re.finditer(r"[^,.]+", text):
        words = Span.of(text, *part.span())
        last = text.index(".")
        around = Span.of(text, min(last, max(0, words.start - 1000)), min(last + 1, words.end + 1000))
        number = re.compile(r"\d+ \w+").search(text, *part.span())
        made = Telling(report, around, words, Chain.of(None, claimant=None), {"reading": "test"})
        if number:
            span = Span.of(text, *number.span())
            quantity = Quantity("other", None, span.text, None, None, span=span)
            yield replace(made, kind="casualties", quantities=(quantity,))


@pytest.mark.parametrize("end", [", ", ". "], ids=["one sentence", "many sentences"])
def test_a_long_list_is_read_once_for_all_its_counts(end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = (f"{number + 2} soldiers were killed near Dorn{end}" for number in range(400))
    text = f"The ministry told of its losses: {''.join(parts)}That was all."
    read: list[tuple[str, int, int]] = []

    def watched(module: ModuleType, name: str) -> None:
        reads = getattr(module, name)

        def watching(words: str, start: int, stop: int, *rest: str) -> object:
            read.append((name, start, stop))
            return reads(words, start, stop, *rest)

        monkeypatch.setattr(module, name, watching)

    watched(of_tellings, "spans")
    watched(sentence_counts, "counted")
    watched(governors, "tokens")
    made = [one for telling in listed(text) for one in counts(telling)]
    assert len(made) == 400
    assert {(one.metric, one.who) for one in made} == {("killed", "soldiers")}
    assert len(read) == len(set(read))
    assert sum(stop - start for _, start, stop in read) <= 3 * len(text)


def test_the_first_number_gives_the_bounds() -> None:
    assert bounds("no fewer than 70 killed") == (70, None, False)
    assert bounds("более тысячи", "ru") == (1001, None, False)
    assert bounds("the village") == (None, None, False)


def documented() -> list[tuple[str, str]]:
    """Words and their range, as the page of counts has them."""
    table = PAGE.read_text("utf-8").partition("## Ranges")[2].partition('\n\n"')[0].split("\n")
    rows = (line.strip("| ").split(" | ") for line in table if line.startswith("| ") and "---" not in line)
    return [(words, row[1]) for row in rows if row[0] != "words" for words in row[0].split(", ")]


@pytest.mark.parametrize(("words", "notation"), documented())
def test_words_mean_what_the_page_of_counts_says(words: str, notation: str) -> None:
    language = "en" if words.isascii() or "–" in words else "uk" if set(words) & set("іїє’") else "ru"
    wanted = Quantity.parse(notation)
    assert bounds(words, language) == (wanted.low, wanted.high, wanted.vague)


@pytest.mark.parametrize(
    ("words", "text", "who"),
    [
        ("12", "It killed 12 Vardian soldiers.", "Vardian soldiers"),
        ("17", "17 were killed.", "people"),
        ("Nobody", "Nobody was surrounded.", "people"),
        ("at least 30", "They put the prisoners at ‘at least 30’.", "prisoners"),
        ("three", "The dead number three, all of them mill hands.", "mill hands"),
        ("23", "The number of dead rose to 23.", "dead"),
        ("24", "They shot soldiers, 24 of them in the back.", "soldiers"),
        ("at least nine", "1,000 civilians fled, at least nine of whom died.", "civilians"),
        ("12", "They heard 37 intestinal infections, 12 of them in children.", "intestinal infections"),
        ("two more", "Three of her soldiers were killed; two more may be in captivity.", "soldiers"),
        ("37", "37 of 42 drones were shot down.", "drones"),
        ("102", "They launched 137 drones; 102 were shot down.", "drones"),
        ("12", "12 killed, 30 wounded", "people"),
        ("5,000", "A town of 5,000 fell.", "people"),
        ("hundreds", "They said that hundreds had no water.", "people"),
        ("about 40 percent", "It lacks about 40 percent of its infantry.", "infantry"),
        ("30 percent", "Bread is up 30 percent.", "Bread"),
        ("40%", "They cut the flow of gas by 40% last week.", "flow"),
        ("56%", "It has majorities in Italy (56%) and France.", "Italy"),
        ("two kilometres", "They crept two kilometres nearer.", "kilometres"),
        ("$5 million", "He took $5 million.", "dollars"),
        ("$5 million", "A $5 million aid package passed.", "aid package"),
        ("£600m", "They gave £600m ($780m) in aid.", "aid"),
        ("$7.9bn", "A $7.9bn (£5.9bn) package of military assistance", "package of military assistance"),
        ("billions of dollars", "They sent billions of dollars in military aid.", "military aid"),
        ("two", "It hit two amphibious landing ships.", "amphibious landing ships"),
        ("3,000", "He moved 3,000 U.S. troops.", "U.S. troops"),
        ("42", "He met 42 European leaders.", "European leaders"),
        ("several", "It shows several vehicles ablaze.", "vehicles"),
        ("Four", "Four washed up in April.", None),
        ("15 percent", "They agreed to cut gas consumption by 15 percent this winter.", "gas consumption"),
        ("some 13,000", "A war that has claimed some 13,000 lives since 2029.", "people"),
    ],
)
def test_whom(words: str, text: str, who: str | None) -> None:
    made = found(words, text, None)
    assert made is not None
    assert made.who == who


@pytest.mark.parametrize(
    ("words", "text", "metric"),
    [
        ("some 13,000", "A war that has claimed some 13,000 lives.", "killed"),
        ("52", "The forces prevented 52 attacks.", "repelled"),
        ("30,000", "30,000 Tesharish forces were redeployed.", "troops"),
        ("20", "They saved 20 lives.", "evacuated"),
    ],
)
def test_what_is_counted(words: str, text: str, metric: str) -> None:
    made = found(words, text, None)
    assert made is not None
    assert made.metric == metric


def test_who_is_meant_may_stand_in_the_sentence_before() -> None:
    text = "14 pitmen were trapped below. All 14 were brought up alive."
    words = Span.of(text, text.index("All 14"), text.index("All 14") + 6)
    made = count(text, words, (text.index("All"), len(text)), "other")
    assert made is not None
    assert (made.metric, made.who, made.low, made.high) == ("evacuated", "pitmen", 14, 14)


@pytest.mark.parametrize(
    ("words", "text", "language", "meant"),
    [
        ("A third", "A third of the 24 houses burned.", "en", ("destroyed", 8, 8, False)),
        ("Half", "Half of the houses burned.", "en", ("percent", 50, 50, False)),
        ("All", "All of the 12 died.", "en", ("killed", 12, 12, False)),
        ("One in three", "One in three of the 2,900 people is a child.", "en", ("percent", 33, 33, False)),
        ("Three", "Three of five mains have cracked.", "en", ("damaged", 3, 3, False)),
        ("a single village", "They do not hold a single village.", "en", ("settlements", 0, 0, False)),
        ("a single village", "They hold a single village.", "en", ("settlements", 1, 1, False)),
        ("not 61", "It was not 61.", "en", ("killed", 61, 61, False)),
        ("1.5 km", "They moved 1.5 km.", "en", ("distance_km", 1, 2, False)),
        ("about 20 miles", "It is about 20 miles off.", "en", ("distance_km", 25, 39, True)),
        ("800 metres", "800 metres from Dorn", "en", ("distance_km", 0, 1, False)),
        ("12 square miles", "They took 12 square miles.", "en", ("area_km2", 31, 31, False)),
        ("500 hectares", "500 hectares burned", "en", ("area_km2", 5, 5, False)),
        ("30%", "30% of them", "en", ("percent", 30, 30, False)),
        ("around $22,000", "It cost around $22,000.", "en", ("money", 17_600, 26_400, True)),
        (
            "$35 million to $54 million",
            "It costs $35 million to $54 million.",
            "en",
            ("money", 35 * 10**6, 54 * 10**6, False),
        ),
        ("$225-million", "A $225-million plan", "en", ("money", 225 * 10**6, 225 * 10**6, False)),
        ("€2bn", "It cost €2bn.", "en", ("money", 2_000_000_000, 2_000_000_000, False)),
        ("$5m", "It cost $5m.", "en", ("money", 5_000_000, 5_000_000, False)),
        ("13 кв. км", "Заняли 13 кв. км.", "ru", ("area_km2", 13, 13, False)),
        ("1,5 млн рублей", "Отдали 1,5 млн рублей.", "ru", ("money", 1_500_000, 1_500_000, False)),
        ("13 км²", "Зайняли 13 км².", "uk", ("area_km2", 13, 13, False)),
    ],
)
def test_parts_and_units(words: str, text: str, language: str, meant: tuple[str, int, int, bool]) -> None:
    made = found(words, text, language=language)
    assert made is not None
    assert (made.metric, made.low, made.high, made.vague) == meant


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("6", "Patrol 6 heard it."),
        ("12", "On May 12 they left."),
        ("24 hours", "It lasted 24 hours."),
        ("155-mm guns", "They fired 155-mm guns."),
        ("45", "Ilse Marn, 45, died."),
        ("families", "Most families left."),
        ("up to", "They lost up to that."),
        ("550 miles", "It is 900 km (550 miles) away."),
        ("$780m", "They gave £600m ($780m)."),
        ("2014", "It was the 2014 revolution."),
        ("1984", "They signed a 1984 agreement."),
        ("1", "The Nord Stream 1 pipeline leaks."),
        ("2", "The Nord Stream 1 and 2 pipelines leak."),
    ],
)
def test_what_counts_nothing_is_no_count(words: str, text: str) -> None:
    assert found(words, text) is None


def test_two_that_are_spoken_of_are_not_counted() -> None:
    for text in ("The two countries agreed.", "Talks of these two leaders failed."):
        assert found("two", text, None) is None
    for text in ("Two countries agreed.", "The two villages fell.", "The three countries agreed."):
        assert found(text.split()[0 if text[:2] == "Tw" else 1], text, None) is not None


def test_a_qualifier_outside_the_mark_counts() -> None:
    made = found("12 people", "It killed at least 12 people.")
    assert made is not None
    assert (made.low, made.high) == (12, None)


def test_the_counts_of_a_telling_are_read_in_the_sentence_they_stand_in() -> None:
    (made,) = counts(told("The town fell. It cost them 40 killed.", "40 killed"))
    assert (made.metric, made.who, made.low) == ("killed", "people", 40)
    assert counts(told("The town fell on May 12. Nine held on.", "12")) == ()
    assert counts(told("The town fell. Nine died.", "Nine", None))[0].low == 9


def test_in_a_language_without_words_of_number_counts_stay_as_they_are() -> None:
    made = told("Drei fielen. So hiess es.", "Drei", "de")
    assert counts(made) == made.quantities
    assert not is_known("de")
    assert all(map(is_known, LANGUAGES))


SAID = st.sampled_from(
    [
        "12",
        "killed",
        "people",
        "of",
        "the",
        "a third",
        "two",
        "и",
        "пять",
        "человек",
        "km",
        "%",
        "$",
        ",",
        "were",
        "no",
        "half",
    ]
)


@given(
    st.lists(SAID, min_size=1, max_size=12).map(" ".join) | st.text(min_size=1), st.data(), st.sampled_from(LANGUAGES)
)
def test_any_mark_in_any_text_is_a_count_or_none(text: str, data: st.DataObject, language: str) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = count(text, Span.of(text, start, end), (0, len(text)), "casualties", language)
    assert made is None or made.span == Span.of(text, start, end)
