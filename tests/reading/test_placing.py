"""Where what is told lies."""

from dataclasses import replace

from counterclaim.model.place import Place, PlaceState
from counterclaim.model.report import Report
from counterclaim.model.source import Chain
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling
from counterclaim.reading.layout import Layout
from counterclaim.reading.pieces import Vocabulary
from counterclaim.reading.placing import carried, places
from counterclaim.reading.slots import Filler
from counterclaim.reading.windows import Words

TEXT = "A shell hit the city of Dorn and Harsk. Two died.\n\nA law was passed. Three died."
REPORT = Report("r", TEXT, "r", "r", paragraphs=((0, 49), (51, len(TEXT))))
WORDS = Words.of(Layout.of(REPORT), Vocabulary({"[UNK]": 1}))


def run(words: str) -> tuple[int, int]:
    at = TEXT.index(words)
    return WORDS.run(at, at + len(words))


def found(*fillers: tuple[str, float]) -> list[str]:
    made = [Filler(run(words), score) for words, score in fillers]
    return [place.written for place in places(WORDS, [run("A shell hit the city of Dorn and Harsk")], made)]


def test_a_name_goes_before_a_word_that_stands_for_it() -> None:
    assert found(("the city", 5.0), ("Dorn", 1.0)) == ["Dorn"]


def test_those_in_one_list_come_together() -> None:
    assert found(("Harsk", 1.0), ("Dorn", 2.0)) == ["Dorn", "Harsk"]


def test_an_article_names_no_place() -> None:
    assert found(("the", 9.0)) == []


def test_a_name_is_whole_and_no_adjective() -> None:
    text = "Vardian troops took Krasny Armeysk, in Old Dorn Governor Marn said."
    words = Words.of(Layout.of(Report("r", text, "r", "r")), Vocabulary({"[UNK]": 1}))

    def named(written: str) -> list[str]:
        at = text.index(written)
        run = words.run(at, at + len(written))
        return [place.written for place in places(words, [run], [Filler(run, 1.0)])]

    assert named("Krasny") == ["Krasny Armeysk"]
    assert named("Old Dorn") == ["Old Dorn"]
    assert named("Vardian") == []


def in_text(text: str, *written: str, kind: str = "strike") -> list[str]:
    words = Words.of(Layout.of(Report("r", text, "r", "r")), Vocabulary({"[UNK]": 1}))
    runs = [words.run(at := text.index(one), at + len(one)) for one in written]
    made = places(words, [words.run(0, len(text))], [Filler(run, 1.0) for run in runs], kind)
    return [place.written for place in made]


def test_where_something_comes_from_is_its_place_only_where_it_leaves() -> None:
    assert in_text("A train from Dorn was hit.", "Dorn") == []
    assert in_text("A train from the Dorn region was hit in Harsk.", "Dorn region", "Harsk") == ["Harsk"]
    assert in_text("They withdrew from Dorn.", "Dorn", kind="withdrawal") == ["Dorn"]


def test_a_war_that_is_spoken_of_says_not_where() -> None:
    assert in_text("They spoke of the war in Vardia.", "Vardia", kind="political_statement") == []
    assert in_text("They met on the war in Vardia in Velm.", "Vardia", "Velm", kind="political_statement") == ["Velm"]
    assert in_text("The attack on Dorn went on.", "Dorn", kind="strike") == ["Dorn"]


def test_of_two_that_only_a_comma_parts_the_second_says_where_the_first_lies() -> None:
    assert in_text("A house in Dorn, Halm, was hit.", "Halm", "Dorn") == ["Dorn"]
    assert in_text("Houses in Dorn, Halm and Harsk were hit.", "Halm", "Dorn", "Harsk") == ["Dorn", "Halm", "Harsk"]
    assert in_text("Houses in Dorn and Halm were hit.", "Dorn and", "Halm") == ["Dorn", "Halm"]


def telling(content: str, kind: str, place: str | None = None) -> Telling:
    at = TEXT.index(content)
    span = Span.of(TEXT, at, at + len(content))
    made = replace(Telling(REPORT, span, span, Chain.of(None, claimant=None), {}), kind=kind)
    if place is None:
        return made
    start = TEXT.index(place)
    return replace(made, place=Place(place, Span.of(TEXT, start, start + len(place)), PlaceState.UNRESOLVED))


def test_what_happens_somewhere_lies_where_the_telling_before_it_in_its_paragraph_does() -> None:
    told = [
        telling("A shell hit the city", "strike", "Dorn"), telling("Two died", "casualties"),
        telling("A law was passed", "political_statement"), telling("Three died", "casualties"),
    ]  # fmt: skip
    where = [one.place.written if one.place else None for one in carried(WORDS.layout, told)]
    assert where == ["Dorn", "Dorn", None, None]


def test_nothing_lies_where_a_law_or_a_visit_before_it_does() -> None:
    told = [telling("A law was passed", "political_statement", "Dorn"), telling("Three died", "casualties")]
    assert [one.place is None for one in carried(WORDS.layout, told)] == [False, True]


def test_what_happens_next_lies_where_something_of_no_kind_does() -> None:
    told = [telling("A law was passed", "other", "Dorn"), telling("Three died", "casualties")]
    assert [one.place.written if one.place else None for one in carried(WORDS.layout, told)] == ["Dorn", "Dorn"]
