"""Each Russian and Ukrainian word by which somebody is shown or masked does so in a sentence."""

import pytest

from counterclaim.lang.data import rows

from masked import hidden

DATA = {language: rows(language, "persons") for language in ("ru", "uk")}
SAID = {"ru": "Сказал об этом", "uk": "Сказав про це"}
NAMED = {"ru": "Оскар Венн", "uk": "Остап Венн"}


def words(*classes: str) -> list[tuple[str, str]]:
    """Each word of the classes, in the nominative, with its language."""
    return [
        (language, row.partition("/")[0]) for language, data in DATA.items() for name in classes for row in data[name]
    ]


NOBODY = sorted(set(words("private", "ranks", "trades")) - set(words("offices", "generals", "functions")))


@pytest.mark.parametrize(("language", "office"), words("offices", "generals"))
def test_whoever_bears_an_office_is_shown(language: str, office: str) -> None:
    name = NAMED[language]
    assert not hidden(f"{SAID[language]} {office} района {name}.", language=language)
    assert not hidden(f"{SAID[language]} {name}, {office} района.", language=language)


@pytest.mark.parametrize(("language", "former"), words("former"))
def test_whoever_bore_an_office_is_masked(language: str, former: str) -> None:
    name, office = NAMED[language], {"ru": "губернатор", "uk": "голова"}[language]
    hyphen = "-" if len(former) == len("экс") else " "
    assert hidden(f"{SAID[language]} {former}{hyphen}{office} района {name}.", language=language) == {name}


@pytest.mark.parametrize(("language", "word"), NOBODY)
def test_whoever_bears_none_is_masked(language: str, word: str) -> None:
    name = NAMED[language]
    assert hidden(f"{SAID[language]} {word} {name}.", language=language) == {name}
    assert hidden(f"{SAID[language]} {name}, {word}.", language=language) == {name}


@pytest.mark.parametrize(("language", "word"), words("functions"))
def test_a_function_speaks_for_the_body_that_is_named(language: str, word: str) -> None:
    name = NAMED[language]
    assert hidden(f"{SAID[language]} {word} {name}.", language=language) == {name}
    assert not hidden(f"{SAID[language]} {word} «Хроники» {name}.", language=language)


@pytest.mark.parametrize(("language", "unit"), words("small_units"))
def test_who_leads_a_handful_has_no_office(language: str, unit: str) -> None:
    name = NAMED[language]
    assert hidden(f"{SAID[language]} командир {unit} {name}.", language=language) == {name}


@pytest.mark.parametrize(("language", "word"), words("of_units"))
def test_of_what_somebody_is_the_leader_must_be_said(language: str, word: str) -> None:
    assert hidden(f"{SAID[language]} {word} {NAMED[language]}.", language=language) == {NAMED[language]}


@pytest.mark.parametrize(("language", "word"), words("custody"))
def test_a_prisoner_is_masked_whatever_else(language: str, word: str) -> None:
    name, office = NAMED[language], {"ru": "губернатор", "uk": "голова"}[language]
    assert name in hidden(f"{SAID[language]} {office} района {name}. Потім {word} {name} зник.", language=language)


@pytest.mark.parametrize(("language", "what"), [(one, row) for one, data in DATA.items() for row in data["captured"]])
def test_who_was_taken_is_masked(language: str, what: str) -> None:
    name, office = NAMED[language], {"ru": "губернатор", "uk": "голова"}[language]
    assert hidden(f"{SAID[language]}: {office} района {name} {what}.", language=language) == {name}


@pytest.mark.parametrize(("language", "sign"), words("call_signs"))
def test_a_call_sign_is_masked(language: str, sign: str) -> None:
    for name in ("Гранит", "Звезда", "Дорн"):
        assert hidden(f"{SAID[language]} там с {sign} «{name}».", language=language) == {name}


@pytest.mark.parametrize(("language", "what"), [(one, row) for one, data in DATA.items() for row in data["called"]])
def test_what_a_person_is_called_is_a_name(language: str, what: str) -> None:
    assert hidden(f"{SAID[language]} там {what} Орвик.", language=language) == {"Орвик"}


@pytest.mark.parametrize(("language", "given"), words("given"))
def test_a_given_name_tells_a_person(language: str, given: str) -> None:
    alone = given.casefold() not in DATA[language]["ambiguous"]
    assert bool(hidden(f"{SAID[language]} тоже {given}.", language=language)) == alone
    assert hidden(f"{SAID[language]} тоже {given} Орвик.", language=language) == {f"{given} Орвик"}


@pytest.mark.parametrize(("language", "word"), words("closers"))
def test_a_thing_is_no_person(language: str, word: str) -> None:
    assert not hidden(f"{SAID[language]} там Тарва {word.capitalize()} вечером.", language=language)


@pytest.mark.parametrize(("language", "word"), words("openers"))
def test_what_opens_a_things_name_makes_it_none_of_a_person(language: str, word: str) -> None:
    assert not hidden(f"{SAID[language]} там {word.capitalize()} Тарва вечером.", language=language)


@pytest.mark.parametrize(("language", "word"), words("before_things"))
def test_what_is_called_after_somebody_is_no_person(language: str, word: str) -> None:
    name = {"ru": "Ивана Тарвы", "uk": "Івана Тарви"}[language]
    assert not hidden(f"{SAID[language]} там {word} {name} вечером.", language=language)


@pytest.mark.parametrize(("language", "word"), words("lands"))
def test_a_country_is_no_person(language: str, word: str) -> None:
    assert not hidden(f"{SAID[language]} там {word} вечером.", language=language)


@pytest.mark.parametrize(("language", "word"), words("honorifics"))
def test_who_is_addressed_is_masked(language: str, word: str) -> None:
    name = NAMED[language]
    assert hidden(f"{SAID[language]} {word.capitalize()} {name}.", language=language) == {name}


@pytest.mark.parametrize(("language", "word"), words("speech"))
def test_words_of_speech_stand_before_the_office(language: str, word: str) -> None:
    office, name = {"ru": ("губернатора", "Оскара Венна"), "uk": ("губернатора", "Остапа Венна")}[language]
    assert not hidden(f"Ось {word} {office} района {name}.", language=language)


@pytest.mark.parametrize(("language", "word"), words("small", "verbs"))
def test_small_words_and_verbs_end_a_phrase(language: str, word: str) -> None:
    name, office = NAMED[language], {"ru": "губернатор", "uk": "губернатор"}[language]
    assert hidden(f"{SAID[language]} {office} {word} {name}.", language=language) == {name}


@pytest.mark.parametrize(("language", "word"), words("not_verbs"))
def test_nouns_that_look_like_verbs_do_not(language: str, word: str) -> None:
    office = {"ru": "губернатор", "uk": "губернатор"}[language]
    assert not hidden(f"{SAID[language]} {office} {word} {NAMED[language]}.", language=language)


@pytest.mark.parametrize(("language", "word"), words("places_before"))
def test_a_given_name_in_a_place_is_the_place(language: str, word: str) -> None:
    assert not hidden(f"{SAID[language]} там {word} Дорне вечером.", language=language)


def test_words_are_small_and_stand_once() -> None:
    for data in DATA.values():
        for name, listed in data.items():
            if name not in ("given", "lands"):
                assert [word for word in listed if word != word.lower()] == [], name
            assert sorted(word for word in set(listed) if listed.count(word) > 1) == [], name


def test_languages_have_the_same_classes() -> None:
    assert DATA["ru"].keys() == DATA["uk"].keys()
