"""By which rules names are found in a language; a text in another is read by those for its script, or by none."""

import re
from collections.abc import Callable

from counterclaim.masking import english, slavic
from counterclaim.masking.lexicon import Lexicon, lexicon
from counterclaim.masking.said import Context, Said

Rules = tuple[Lexicon, Callable[[Context], Said]]
READ = {"en": english.said, "ru": slavic.said, "uk": slavic.said}
SAMPLE = 2000  # code points of a text in which its script is looked for
CYRILLIC, LATIN = re.compile(r"[Ѐ-ӿ]"), re.compile(r"[A-Za-z]")
UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")


def covered(language: str | None, text: str) -> bool:
    """Whether names are looked for in a text of that language (None: not known)."""
    return rules(language, text) is not None


def rules(language: str | None, text: str) -> Rules | None:
    """The words of a language and what reads them; None where names are not looked for.

    A text whose language is unknown is read as English, Russian or Ukrainian by its letters, and so is one in
    another language with Cyrillic letters.
    """
    chosen = language if language in READ else _nearest(language, text[:SAMPLE])
    return (lexicon(chosen), READ[chosen]) if chosen else None


def _nearest(language: str | None, sample: str) -> str | None:
    if len(CYRILLIC.findall(sample)) > len(LATIN.findall(sample)):
        return "uk" if UKRAINIAN.search(sample) else "ru"
    return "en" if language is None else None
