import pytest

from counterclaim.lang.data import rows
from counterclaim.model.span import Span
from counterclaim.reading.falsity import falsity, patterns

ROWS = rows("en", "falsity")["falsity"]


def called(text: str) -> str | None:
    found = falsity(Span(7, 7 + len(text), text))
    if found:
        assert text[found.start - 7 : found.end - 7] == found.text
    return found.text if found else None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"])
def test_each_row_fires_on_its_example_and_not_beside_it(row: dict[str, str]) -> None:
    pattern = patterns()[ROWS.index(row)]
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
