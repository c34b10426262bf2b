"""Which language a text is in: by its letters where they tell, else by py3langid's model, which needs no network.

Letters tell Russian, Ukrainian, Belarusian and Bulgarian apart, common words tell English: both are quicker than the
model, which takes a second to load, and surer on texts full of foreign names. Where nothing is clear, None.
"""

import re
from collections import Counter
from functools import cache
from typing import Any

from counterclaim.extensions import load

SAMPLE = 10_000  # code points looked at: a page of one language shows it within the first paragraphs
FEWEST_LETTERS = 20  # below, names and numbers decide more than the language does
CLEAR = 0.5  # of the model's probability; shorter or mixed texts stay below

CYRILLIC = re.compile(r"[Ѐ-ӿ]")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
WORD = re.compile(r"[A-Za-z]+")
# The hundred commonest words of English are half of any English text; these few of them, which the languages beside
# it do not share, are a quarter of one and under a twentieth of any other.
ENGLISH = frozenset(
    {"the", "of", "and", "to", "that", "was", "were", "for", "with", "by", "from", "they"}
    | {"have", "has", "had", "this", "which", "their", "said", "its", "be", "are"}
)
ENGLISH_SHARE, ENGLISH_WORDS = 0.15, 12

UKRAINIAN, RUSSIAN, BELARUSIAN, BULGARIAN = "іїєґ", "ыэъё", "ў", "ъ"
OTHER = "јљњћђџѓќѕәғқңөұүһҳҷӣӯӑӗҫѐѝ"  # of Serbian, Macedonian, Kazakh, Tatar …: the model's to tell
MARKED_SHARE = 0.01  # of letters; і is 6 % of Ukrainian, ы 2 % of Russian, ў 1 % of Belarusian, ъ 2 % of Bulgarian
OUTNUMBERED = 4  # times as many of one's own letters as of the other's, for names and quotations of the other


def language(text: str) -> str | None:
    """ISO 639-1 code of the language of `text`, None where it has too few letters or no clear language."""
    sample = text[:SAMPLE]
    letters = sum(char.isalpha() for char in sample)
    if letters < FEWEST_LETTERS:
        return None
    if 2 * len(CYRILLIC.findall(sample)) > letters:
        return _by_letters(sample) or _by_model(sample)
    if 2 * len(LATIN.findall(sample)) > letters and _is_english(sample):
        return "en"
    return _by_model(sample)


def _by_letters(sample: str) -> str | None:
    counts = Counter(CYRILLIC.findall(sample.lower()))
    fewest = max(2, MARKED_SHARE * counts.total())

    def number(letters: str) -> int:
        return sum(counts[letter] for letter in letters)

    ukrainian, russian = number(UKRAINIAN), number(RUSSIAN)
    if number(OTHER) >= fewest:
        return None
    if number(BELARUSIAN) >= fewest / 2 and counts["і"] >= fewest:
        return "be"
    if ukrainian >= max(fewest, OUTNUMBERED * russian):
        return "uk"
    if number(BULGARIAN) >= fewest and not counts["ы"] + counts["э"] + ukrainian:
        return "bg"
    return "ru" if counts["ы"] + counts["э"] >= max(fewest, OUTNUMBERED * ukrainian) else None


def _is_english(sample: str) -> bool:
    words = WORD.findall(sample.lower())
    return len(words) >= ENGLISH_WORDS and sum(word in ENGLISH for word in words) >= ENGLISH_SHARE * len(words)


def _by_model(sample: str) -> str | None:
    code, probability = _model().classify(sample)
    return code if probability >= CLEAR and len(code) == 2 else None


@cache
def _model() -> Any:
    # Our own instance: `py3langid.set_languages` called by others would change the shared one.
    kind = load("py3langid.langid:LanguageIdentifier")
    return kind.from_model_file(load("py3langid.langid:MODEL_FILE"), norm_probs=True)
