"""Numbers that count nothing are told from those that do."""

import pytest

from counterclaim.lang.data import rows
from counterclaim.lang.uncounted import counted

LANGUAGES = ("en", "ru", "uk")


def told(text: str, language: str = "en") -> list[str]:
    return [text[one.start : one.end] for one in counted(text, language=language) if one.sure]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("On December 1 and 2 May, from 21 to 27 October, between 24 and 30 November 1,140 people left.", ["1,140"]),
        ("In 2031 and since May 2030 they shot down 2031 drones.", ["2031"]),
        ("The 2029-2031 war took 2,031 lives in 2031.", ["2,031"]),
        ("At 04:10, at 9 p.m. and 10 a.m. two shells fell.", ["two"]),
        ("Ilse Marn, 45, a 12-year-old boy, a man aged 30 and 9 others.", ["9"]),
        ("For 17 months, three full days and 24 hours nine men held on.", ["nine"]),
        ("A 155-mm gun, a 122 mm howitzer, a T-72, two Su-34s of the 7th Brigade.", ["two"]),
        ("Patrol 6 on Route 5 by Hospital No. 2 heard 31 explosions.", ["31"]),
        ("12 Brigade lost 3 guns.", ["3"]),
        ("They have three times as many guns, twice as many shells and 5 tanks.", ["5"]),
        ("1. Dorn\n2) Halm\nIt was -5 degrees and 20 °C; 7 froze.", ["7"]),
        ("See vardia.example/12/34 and #5; 6 left.", ["6"]),
        ("Some 60 may be stuck; in May 40 were.", ["Some 60", "40"]),
        ("One house, both cows, some men and few shells.", []),
        ("10:00 2031-03-04 5.11.2031", []),
        ("A bloody 2014 uprising, the deadly 2029 bombing, its disputed 2019 vote and 5 tanks.", ["5"]),
        ("A record 2031 drones; a total 2031 wounded; a further 2029 were freed.", ["2031", "2031", "2029"]),
    ],
)
def test_english(text: str, counts: list[str]) -> None:
    assert told(text) == counts


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        ("ru", "15 декабря 2031 года в 10:00 на высоте 187 погибли пять человек.", ["пять"]),
        ("ru", "Мужчина в возрасте 45 лет, 12-летний мальчик и ещё 9 человек.", ["9"]),
        ("ru", "За 17 месяцев 72-я бригада и 7 корпус потеряли 20 танков Т-72.", ["20"]),
        ("ru", "Снаряд калибра 155 мм и школа № 5; ранены трое.", ["трое"]),
        ("uk", "15 грудня 2031 року о 10:00 на висоті 187 загинули п’ять людей.", ["п’ять"]),
        ("uk", "Упродовж 17 місяців 72-га бригада і 7 корпус втратили 20 танків Т-72.", ["20"]),
        ("uk", "Школа № 5, снаряд 155 мм; поранено трьох.", ["трьох"]),
    ],
)
def test_russian_and_ukrainian(language: str, text: str, counts: list[str]) -> None:
    assert told(text, language) == counts


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sign_fires(language: str) -> None:
    held = rows(language, "numbers")["not_counted"]
    behind = (*held["periods"], *held["clock"], *held["multiples"], *held["sizes"], *held["units"], *held["months"])
    for said in behind:
        assert told(f"x 12 {said.rstrip('*')}", language) == [], said
    for said in held["long"]:
        assert told(f"x 12 {said} {held['periods'][2].rstrip('*')}", language) == [], said
    for said in (*held["numbered"], *held["ages"], *held["months"]):
        assert told(f"{said} 12", language) == [], said
    for said in held["years"]:
        assert told(f"{said} 2031 x", language) == [], said
        assert told(f"x {said} 2,031 x", language) != [], said
