from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.lang.detect import language

# Made-up sentences about a made-up place, Vardia; each says so in its language.
SENTENCES = {
    "en": "Made-up text: the ferry of Vardia left the harbour at noon, and forty people were on board.",
    "ru": "Выдуманный текст: паром Вардии вышел из порта в полдень, на борту было сорок человек.",
    "uk": "Вигаданий текст: пором Вардії вийшов із порту опівдні, на борту було сорок людей.",
    "be": "Прыдуманы тэкст: паром Вардыі выйшаў з порта апоўдні, на борце было сорак чалавек.",
    "bg": "Измислен текст: фериботът на Вардия тръгна от пристанището по обяд, на борда имаше четиридесет души.",
    "sr": "Измишљен текст: трајект Вардије је испловио у подне, на њему је било четрдесет људи.",
    "de": "Erfundener Text: Die Fähre von Vardia verließ mittags den Hafen, vierzig Menschen waren an Bord.",
    "fr": "Texte inventé : le bac de Vardia a quitté le port à midi, quarante personnes étaient à bord.",
    "pl": "Tekst zmyślony: prom z Vardii wypłynął z portu w południe, na pokładzie było czterdzieści osób.",
    "ar": "نص مختلق: غادرت عبارة وارديا الميناء عند الظهر وكان على متنها أربعون شخصا.",
    "tr": "Uydurma metin: Vardia feribotu öğle vakti limandan kırk kişiyle ayrıldı ve akşam geri döndü.",
}


@pytest.mark.parametrize(("code", "sentence"), SENTENCES.items())
def test_one_sentence_is_enough(code: str, sentence: str) -> None:
    assert language(sentence) == code
    assert language(sentence.upper()) == code


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("ru", "Выдуманный текст: мэр Вардии сообщил, что мост закрыт на неделю."),
        ("uk", "Вигаданий текст: мер Вардії повідомив, що міст закрито на тиждень."),
        ("bg", "Измислен текст: кметът на Вардия каза, че мостът ще бъде затворен."),
        ("ru", "Выдуманный текст: глава Вардии Олексій Ковальчук заявил, что мост закрыт, а паром ходит."),
        ("uk", "Вигаданий текст: голова Вардії Быков заявив, що міст зачинено, а пором ходить щодня, як і раніше."),
    ],
)
def test_letters_tell_neighbours_apart(code: str, sentence: str) -> None:
    assert language(sentence) == code


@pytest.mark.parametrize(
    "sentence",
    [
        "Made-up text: Oleksandr Vyshnevskyi, mayor, said Dobropillia Street and Myrnohrad Avenue were closed.",
        "Made-up text: Volodymyr Terekhov of Zhovti met Andriy Kovalchuk and Bondarenko at the harbour of Vardia.",
        "Made-up text: The Vardia paper wrote that the word «паром» was painted on the ferry in blue by the crew.",
    ],
)
def test_english_full_of_other_names_is_english(sentence: str) -> None:
    assert language(sentence) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Vardia",
        "12345 67890 12345 67890",
        "Вардия",
        "!?" * 500,
        "xkcd qwzx plmk vbnq wrtz hjkl zxqv",
        "a" * 500,
        "\ud800" * 50,
    ],
)
def test_what_is_unclear_has_no_language(text: str) -> None:
    assert language(text) is None


def test_it_is_the_same_in_every_thread() -> None:
    sentences = list(SENTENCES.values()) * 20
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(language, sentences)) == list(SENTENCES) * 20


def test_long_texts_cost_no_more() -> None:
    assert language(SENTENCES["de"] * 200_000) == "de"


@given(st.text())
def test_any_text_has_a_code_of_two_letters_or_none(text: str) -> None:
    code = language(text)
    assert code is None or (len(code) == 2 and code.isascii() and code.islower())
