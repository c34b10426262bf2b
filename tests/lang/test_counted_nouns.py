"""The noun behind a number."""

import pytest

from counterclaim.lang.counted_nouns import classes, noun_behind
from counterclaim.lang.data import rows
from counterclaim.lang.numerals import numerals

LANGUAGES = ("en", "ru", "uk")
SOLDIERS = {"en": "soldiers", "ru": "солдат", "uk": "солдатів"}


def noun(text: str, language: str = "en") -> str | None:
    found = noun_behind(text, numerals(text, language=language)[0].end, len(text), language)
    return found.text if found else None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("two soldiers of the 7th Mountain Brigade were killed", "soldiers"),
        ("61 Vardian prisoners shuffled across", "Vardian prisoners"),
        ("12 armoured vehicles destroyed", "armoured vehicles"),
        ("three of her soldiers", "soldiers"),
        ("half of that group’s officers", "officers"),
        ("86,000 liters of drinking water", "liters of drinking water"),
        ("43 anti-tank mines planted along the road", "anti-tank mines"),
        ("5 T-72 tanks burned", "T-72 tanks"),
        ("12 more people", "people"),
        ("9,000 killed and wounded", "killed and wounded"),
        ("17 dead", "dead"),
        ("12 wounded soldiers", "wounded soldiers"),
        ("40 percent of its infantry", "infantry"),
        ("14 tanks last week", "tanks"),
        ("two houses", "houses"),
        ("nine of them", "them"),
        ("17, a figure", None),
        ("Nine washed up", None),
        ("20 were hurt", None),
        ("20 on Monday", None),
    ],
)
def test_english(text: str, said: str | None) -> None:
    assert noun(text) == said


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("ru", "пять мирных жителей погибли", "мирных жителей"),
        ("ru", "20 раненых бойцов", "раненых бойцов"),
        ("ru", "15 военнослужащих армии", "военнослужащих"),
        ("ru", "два населённых пункта области", "населённых пункта"),
        ("ru", "1,5 тыс. человек", "человек"),
        ("ru", "12 сбиты", None),
        ("uk", "п’ять цивільних загинули", "цивільних"),
        ("uk", "446 російських військових", "російських військових"),
        ("uk", "12 з них", "них"),
        ("uk", "12 поранено", None),
    ],
)
def test_russian_and_ukrainian(language: str, text: str, said: str | None) -> None:
    assert noun(text, language) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_class_is_of_it_and_every_lead_and_end_works(language: str) -> None:
    held = rows(language, "counts")
    for name, words in held["nouns"].items():
        for word in words:
            assert name in classes(word.replace("*", ""), language), word
    soldiers, phrase = SOLDIERS[language], held["phrase"]
    for lead in set(phrase["leads"]) - {"cent", "points"}:
        assert noun(f"20 {lead} {soldiers}", language) == soldiers, lead
    for end in (*phrase["ends"], *phrase["late"]):
        assert noun(f"20 {soldiers} {end} 5", language) == soldiers, end
    for back in phrase["anaphors"]:
        assert noun(f"20 {phrase['leads'][0]} {back}", language) == back, back
    for measure in (word.replace("*", "") for word in phrase["measures"]):
        assert noun(f"20 {measure} {phrase['leads'][0]} {soldiers}", language) == (
            f"{measure} {phrase['leads'][0]} {soldiers}"
        ), measure


def test_a_people_is_people() -> None:
    assert classes("Zhedrinites") == classes("Vardians") == {"person"}
    assert classes("ians") == frozenset()
