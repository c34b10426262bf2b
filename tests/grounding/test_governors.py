"""What governs a count says what is counted: every row of the data, and the sentences that mix them."""

from collections.abc import Iterator
from typing import Any

import pytest

from counterclaim.grounding.counts import count
from counterclaim.lang.data import rows
from counterclaim.lang.uncounted import counted
from counterclaim.model.span import Span

NOUNS = {
    "en": {
        "soldier": "soldiers", "person": "residents", "unit": "units", "crew": "crew", "equipment": "tanks",
        "weapon": "drones", "attack": "assaults", "settlement": "villages", "building": "houses",
        "prisoner": "hostages", "blast": "craters", "else": "cows", "unknown": "cows",
    },
    "ru": {
        "soldier": "солдат", "person": "жителей", "unit": "батальонов", "equipment": "танков", "weapon": "дронов",
        "attack": "штурмов", "settlement": "хуторов", "building": "домов", "prisoner": "заложников",
        "blast": "воронок", "else": "коров", "unknown": "коров",
    },
    "uk": {
        "soldier": "солдатів", "person": "мешканців", "unit": "батальйонів", "equipment": "танків", "weapon": "дронів",
        "attack": "штурмів", "settlement": "хуторів", "building": "будинків", "prisoner": "заручників",
        "blast": "вирв", "else": "корів", "unknown": "корів",
    },
}  # fmt: skip
TEMPLATES = {
    "verbs": "{said} 20 {noun}", "before": "{said} 20 {noun}", "behind": "20 {noun} {said}",
    "agents": "20 {noun} {said} the mill", "topics": "{said} 20 {noun}",
}  # fmt: skip


def metrics(text: str, kind: str | None = None, language: str = "en") -> list[str | None]:
    every = [one for one in counted(text, language=language) if one.sure]
    found = [count(text, Span.of(text, one.start, one.end), (0, len(text)), kind, language) for one in every]
    return [one.metric for one in found if one]


def examples(language: str) -> Iterator[tuple[str, str]]:
    """A sentence for each governing word and class, and what it counts."""
    for row in rows(language, "counts")["governors"]:
        by_class: dict[str, str | None] = (
            {"soldier": row["metric"]} if isinstance(row["metric"], str) else row["metric"]
        )
        for name, metric in by_class.items():
            for place, template in TEMPLATES.items() if metric else ():
                for said in row.get(place, ()):
                    words: dict[str, Any] = {"said": said.replace("*", ""), "noun": NOUNS[language][name]}
                    yield template.format(**words), str(metric)


@pytest.mark.parametrize("language", NOUNS)
def test_every_governing_word_says_what_it_counts(language: str) -> None:
    read = ((text, metric, metrics(text, language=language)) for text, metric in dict(examples(language)).items())
    assert [one for one in read if one[2] != [one[1]]] == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The strike killed 12 people and injured 30 others.", ["killed", "wounded"]),
        ("It killed two men and wounded nine others.", ["killed", "wounded"]),
        ("At least 12 people were killed and 30 injured.", ["killed", "wounded"]),
        ("17 occupiers eliminated and two howitzers destroyed overnight", ["killed", "destroyed"]),
        ("nine people, two of them children, were killed", ["killed", "killed"]),
        ("Eight people, including two rescuers, were injured", ["wounded", "wounded"]),
        ("Of the 12 hurt, three died.", ["wounded", "killed"]),
        ("two civilians were killed in Dorn and three in Halm", ["killed", "killed"]),
        ("Two soldiers and three civilians were killed.", ["killed", "killed"]),
        ("9,000 killed and wounded", ["killed_and_wounded"]),
        ("Several wounded had been shot in their beds.", ["killed"]),
        ("The deaths of 12 people were confirmed", ["killed"]),
        ("The death toll has risen to 45, the governor said.", ["killed"]),
        ("Officials put the number of dead after the blast at Hospital No. 2 at 17.", ["killed"]),
        ("Killed: 12; wounded: 30.", ["killed", "wounded"]),
        ("They lost 200 men and 14 tanks.", ["killed_and_wounded", "destroyed"]),
        ("Losses a day: 5 tanks, 12 armoured vehicles and 34 guns", ["destroyed"] * 3),
        ("12 soldiers were taken prisoner.", ["captured"]),
        ("They handed over 61 prisoners.", ["captured"]),
        ("37 of 42 drones were shot down.", ["shot_down", "launched"]),
        ("Air defence shot down 42 of 50 drones launched overnight.", ["shot_down", "launched"]),
        ("They launched 137 drones, of which 102 were shot down.", ["launched", "shot_down"]),
        ("Nineteen are said to have been brought down.", ["shot_down"]),
        ("Four drones hit the mill.", ["hit"]),
        ("The station was hit by five shells.", ["launched"]),
        ("Three substations had been struck by drones.", ["damaged"]),
        ("Seven attacks were repelled, while two continue near the mine.", ["repelled", "launched"]),
        ("The invaders attacked nine times.", ["launched"]),
        ("Two assault groups were pushed back this morning.", ["repelled"]),
        ("3,400 people were evacuated, among them 700 children.", ["evacuated", "evacuated"]),
        ("Some 400 people were bused out, with another 150 expected to follow.", ["evacuated", "evacuated"]),
        ("The town of 5,000 fell.", ["other"]),
        ("It wounded three people in a village of 2,000 residents.", ["wounded", "other"]),
        ("Patrols heard 31 explosions.", ["other"]),
        ("Shelling hit 12 villages and razed three villages.", ["settlements", "destroyed"]),
        ("A video shows 17 tanks.", ["other"]),
        ("40 percent of its tanks burned.", ["percent"]),
        ("Half of the tanks burned.", []),
        ("A third of the tanks burned.", ["percent"]),
        ("A third of the 24 tanks were destroyed.", ["destroyed", "other"]),
        ("He left with $5 million.", ["money"]),
    ],
)
def test_english_sentences(text: str, counts: list[str]) -> None:
    assert metrics(text) == counts


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        ("ru", "Погибли пять человек, ещё двенадцать ранены.", ["killed", "wounded"]),
        ("ru", "Ранены около тридцати человек, в том числе трое детей.", ["wounded", "wounded"]),
        ("ru", "Уничтожено до 30 боевиков и три танка.", ["killed", "destroyed"]),
        ("ru", "Число погибших выросло до 45.", ["killed"]),
        ("ru", "Потери составили до 200 военнослужащих и 12 автомобилей.", ["killed_and_wounded", "destroyed"]),
        ("ru", "Противник выпустил 5 ракет и 137 дронов, из них 102 сбиты.", ["launched", "launched", "shot_down"]),
        ("ru", "Освобождены два населённых пункта.", ["settlements"]),
        ("ru", "Треть из 24 домов разрушена.", ["destroyed", "other"]),
        ("uk", "Загинули п’ятеро людей, ще дванадцятеро поранені.", ["killed", "wounded"]),
        ("uk", "Знищено понад 30 окупантів і три танки.", ["killed", "destroyed"]),
        ("uk", "Кількість загиблих зросла до 45.", ["killed"]),
        ("uk", "Збито 34 з 42 дронів.", ["shot_down", "launched"]),
        ("uk", "Звільнено два населені пункти.", ["settlements"]),
        ("uk", "У полон здалися 12 військовослужбовців.", ["surrendered"]),
    ],
)
def test_russian_and_ukrainian_sentences(language: str, text: str, counts: list[str]) -> None:
    assert metrics(text, language=language) == counts


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        ("en", "Losses were inflicted on two assault regiments and four defense brigades.", ["hit", "hit"]),
        ("en", "Losses of one heavy mechanized, two jaeger and four air assault brigades.", ["hit", "hit"]),
        ("en", "They hurt men of two air assault and three jaeger brigades.", ["hit", "hit"]),
        ("en", "Vardia lost six mechanized brigades and 12 men.", ["hit", "killed_and_wounded"]),
        ("en", "Two battalions were wiped out.", ["destroyed"]),
        ("en", "They captured two companies and 12 soldiers.", ["other", "captured"]),
        ("en", "Shelling killed two crew and three soldiers.", ["killed", "killed"]),
        ("ru", "Потери двух танковых, трёх десантно-штурмовых бригад.", ["hit", "hit"]),
        ("uk", "Втрати двох механізованих, трьох десантно-штурмових бригад.", ["hit", "hit"]),
    ],
)
def test_units_are_hit_and_never_people_killed(language: str, text: str, counts: list[str]) -> None:
    assert metrics(text, "casualties", language) == counts


def test_further_losses_of_a_list_are_as_the_first() -> None:
    text = "Vardia lost 210 troops, two guns near Dorn, 220 troops near Halm, and up to 185 troops in the south."
    assert metrics(text, "casualties") == ["killed_and_wounded", "destroyed", *["killed_and_wounded"] * 2]


def test_what_nothing_governs_is_counted_as_the_kind_has_it() -> None:
    assert metrics("Nine, according to the morgue.", "casualties") == ["killed"]
    assert metrics("27 glide bombs on Dorn", "strike") == ["launched"]
    assert metrics("six barges at the pier", "humanitarian_access") == ["other"]
    assert metrics("two regiments behind Major", "force_posture_concealment") == ["troops"]
    assert metrics("a company, 27 men", "capture_surrender") == ["captured"]
    assert metrics("12 tanks by the road", None) == ["other"]
