"""Who is counted: every word of the data that points to somebody."""

import pytest

from counterclaim.grounding.counts import count
from counterclaim.lang.data import rows
from counterclaim.lang.uncounted import counted
from counterclaim.model.span import Span
from counterclaim.model.vocabulary import METRICS

MINERS = {"en": "miners", "ru": "шахтёров", "uk": "шахтарів"}
DIED = {"en": "died", "ru": "погибли", "uk": "загинули"}


def whom(text: str, number: str, language: str) -> tuple[str | None, str | None]:
    one = next(one for one in counted(text, language=language) if number in text[one.start : one.end])
    made = count(text, Span.of(text, one.start, one.end), (0, len(text)), None, language)
    assert made is not None
    return made.metric, made.who


@pytest.mark.parametrize("language", MINERS)
def test_every_word_that_points_to_somebody_does(language: str) -> None:
    held = rows(language, "counts")["whom"]
    miners, died = MINERS[language], DIED[language]
    for said in held["back"]:
        assert whom(f"20 {miners}. {said} 14 {died}.", "14", language)[1] == miners, said
    for said in held["behind"]:
        assert whom(f"20, {said} {miners}, {died}", "20", language)[1] == miners, said
    for said in held["dwell"]:
        assert whom(f"{said} 5,000", "5,000", language) == ("other", held["people"]), said
    for said in held["nobody"]:
        assert whom(f"{said} {died}", said, language)[1] == held["people"], said
    for said in held["including"]:
        assert whom(f"20 {miners} {died}, {said} 5 {miners}", "5", language) == ("killed", miners), said
    for said in held["participles"]:
        assert whom(f"20 {said}", "20", language)[1] != said, said


@pytest.mark.parametrize("language", MINERS)
def test_the_metrics_are_those_of_the_guidelines(language: str) -> None:
    held = rows(language, "counts")
    by_kind = (metric for classes in held["kinds"].values() for metric in classes.values())
    governing = (row["metric"] for row in held["governors"])
    by_class = (one for row in governing for one in ([row] if isinstance(row, str) else row.values()) if one)
    named = (*held["always"].values(), *held["else"].values(), *held["whom"]["metrics"], *by_kind, *by_class)
    assert set(named) <= set(METRICS)


@pytest.mark.parametrize("language", MINERS)
def test_every_noun_that_says_what_is_counted_does(language: str) -> None:
    held = rows(language, "counts")
    for said, metric in {**held["else"], **held["always"]}.items():
        assert whom(f"20 {said}.", "20", language)[0] == metric, said
