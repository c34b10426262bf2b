import pytest

from counterclaim.lang.data import rows
from counterclaim.model.report import Report
from counterclaim.model.span import Span
from counterclaim.reading.falsity import denies, falsity, patterns
from counterclaim.reading.trained import english

ROWS = [(name, number, row) for name, found in rows("en", "falsity").items() for number, row in enumerate(found)]


def called(text: str) -> str | None:
    found = falsity(Span(7, 7 + len(text), text))
    if found:
        assert text[found.start - 7 : found.end - 7] == found.text
    return found.text if found else None


@pytest.mark.parametrize(("name", "number", "row"), ROWS, ids=[row["example"] for *_, row in ROWS])
def test_each_row_fires_on_its_example_and_not_beside_it(name: str, number: int, row: dict[str, str]) -> None:
    pattern = patterns(name=name)[number]
    assert pattern.search(row["example"])
    assert not pattern.search(row["not"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A report that Dorn has been captured completely is not true", "is not true"),
        ("the enemy's claims about Dorn are false", "are false"),
        ("Also untrue are statements suggesting that Dorn fell", "Also untrue are statements"),
        ("the reports are fakes", "are fakes"),
        ("Dorn has fallen", None),
        ("the village was taken by a false flag operation", None),
        ("the wreck lies on the road", None),
        ("the fake documents were found", None),
    ],
)
def test_what_calls_it_false(text: str, words: str | None) -> None:
    assert called(text) == words


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The minister sharply criticized comments that Governor Marn made about the bridge.", "affirms"),
        ("The governor lashed out over Velm's attacks on Dorn.", "affirms"),
        ("Gelt explained Marn's comments on his channel, saying she was tired.", "affirms"),
        ("Governor Marn abandoned her call for an immediate ceasefire.", "affirms"),
        ("Governor Marn denied the capture of Dorn.", "denies"),
        (
            "The governor, Ilse Marn, denied on Tuesday reports by Halm News that Teshar's troops had taken Dorn.",
            "denies",
        ),
        ("Governor Marn rejected Velm's claim that Dorn had fallen.", "denies"),
        ("Governor Marn doubts that Dorn has fallen.", "doubts"),
        ("Governor Marn questions whether Dorn has fallen.", "doubts"),
        ("The mayor questioned his ability to hold the bridge.", "doubts"),
        ("Others said they doubted the governor's ability to hold the bridge.", "doubts"),
    ],
)
def test_who_criticises_or_gives_up_something_does_not_deny_it(text: str, polarity: str) -> None:
    report = Report(
        id="r_1", text=text, path="a.txt", location="a.txt", language="en", outlet="Vale", paragraphs=((0, len(text)),)
    )
    told = list(english().read(report))
    assert told
    assert str(told[0].stance.polarity if told[0].stance else None) == polarity


@pytest.mark.parametrize(
    ("cue", "before", "expected"),
    [("denied", "the governor ", True), ("denying", "Without explicitly ", False), ("deny", "She did not ", False),
     ("said", "the governor ", False)],
)  # fmt: skip
def test_a_cue_that_can_only_deny(cue: str, before: str, expected: bool) -> None:
    assert denies(cue, before) is expected
