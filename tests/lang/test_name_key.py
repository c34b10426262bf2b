"""One key for every spelling of a name; none for two names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.lang.name_key import ENDING, closeness, name_key, name_keys, nouns_of, sounds, uprights

SPELLINGS = [
    ("Kucherivka", "Kucherovka", "Кучеровка", "Кучерівка"),
    ("Huliaipole", "Gulyaypole", "Hulyaipole", "Гуляйполе", "Гуляй-Поле"),
    ("Rivne", "Rovno", "Rovnoye", "Ровное", "Рівне"),
    ("Krasnoarmeysk", "Krasny Armeysk", "Krasnoarmiisk", "Krasnoarmiske", "Красноармейск", "Красноармійськ"),
    ("Kyiv", "Kiev", "Киев", "Київ"),
    ("Zaporizhzhia", "Zaporozhye", "Zaporizhia", "Запорожье", "Запоріжжя"),
    ("Avdiivka", "Avdeevka", "Avdeyevka", "Авдеевка", "Авдіївка"),
    ("Siversk", "Seversk", "Северск", "Сіверськ"),
    ("Yenakiieve", "Yenakiyevo", "Енакиево", "Єнакієве"),
    ("Staromaiorske", "Staromayorskoye", "Старомайорское", "Старомайорське"),
]
CASES = [
    ("Кучеровке", "Кучеровка"),
    ("Авдіївці", "Авдіївка"),
    ("Бахмутом", "Бахмут"),
    ("Кременчуці", "Кременчук"),
    ("Рівного", "Рівне"),
    ("Ровном", "Ровное"),
    ("Черкасах", "Черкаси"),
    ("Харкові", "Харків"),
    ("Городка", "Городок"),
    ("Покровську", "Покровськ"),
]


@pytest.mark.parametrize("names", SPELLINGS, ids=lambda names: names[0])
def test_spellings_of_one_name_have_one_key(names: tuple[str, ...]) -> None:
    assert len({name_key(name) for name in names}) == 1


@pytest.mark.parametrize(("bent", "name"), CASES)
def test_a_bent_name_leads_to_its_key(bent: str, name: str) -> None:
    assert name_key(name) in list(name_keys(bent))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kucherivka", "Kucherkovka"), ("Bakhmut", "Bakhmach"), ("Kherson", "Kharkiv"), ("Lyman", "Lymany Pershi")],
)
def test_two_names_have_two_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)
    assert closeness(one, other) < ENDING


def test_an_adjective_leads_to_its_town() -> None:
    assert name_key("Харьков") in map(name_key, nouns_of("Харьковской"))
    assert name_key("Донецьк") in map(name_key, nouns_of("Донецька"))
    assert name_key("Одеса") in map(name_key, nouns_of("Одеській"))
    assert nouns_of("Харьков") == []


@given(st.text(max_size=40))
def test_any_text_has_a_key_and_sounds_like_itself(text: str) -> None:
    assert set(name_key(text)) <= set("abcdefghijklmnopqrstuvwxyzZCS")
    assert closeness(text, text) == 1.0
    assert sounds(text.upper()) == sounds(text.lower()) or not text.isascii()


def test_a_name_of_several_words_has_all_but_the_last_in_the_nominative() -> None:
    assert "Нова Каховці" in uprights("Новій Каховці")
    assert "Кривой Рогом" in uprights("Кривым Рогом")
    assert "Миколаїв" in uprights("Миколаєва")
    assert list(uprights("Nova Kakhovka")) == []
