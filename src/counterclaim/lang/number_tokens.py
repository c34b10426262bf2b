"""Figures, words and marks of a text, as far as numbers go: "1.2", "twenty-three", "T-72", "%"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from counterclaim.lang.data import rows

SPACE = " \u00a0\u2009\u202f"  # that part thousands
FIGURE = "|".join(
    (
        rf"\d{{1,3}}(?:[{SPACE}]\d{{3}})+(?:[.,]\d+)?(?!\d)",
        r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)",
        r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)",
        r"\d+(?:[.,]\d+)?",
    )
)
LETTER = r"[^\W\d_]"
SIGN = r"(?:[A-Z]{1,2})?[$€£₴₽]"  # of a currency, before the figure: "US$40"
TOKEN = re.compile(
    rf"(?P<code>{LETTER}\w*(?:-{LETTER}+)*[-‑]?\d[\w-]*|\d{{4}}-\d\d-\d\d|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}|\d+(?:[:/]\d+)+)"
    rf"|(?P<sign>{SIGN}\s?)?(?P<figure>{FIGURE})(?:(?P<hyphen>[-‑])(?={LETTER}))?(?P<suffix>{LETTER}(?:[\w-]*\w)?)?"
    rf"|(?P<word>(?:[A-Z]\.){{2,}}|{LETTER}+(?:[’'‑-]{LETTER}+)*)|(?P<mark>[^\w\s])"
)
THREE = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
LONGEST = 18  # digits: more is no count


class Token(NamedTuple):
    """`[start, end)` of a text. `sort` is figure, word, mark, or code: letters and digits in one, which count nothing.

    `lower` are the words in small letters; `open` says of a figure that its last three digits may be decimals. The sign
    of a currency belongs to the figure behind it.
    """

    start: int
    end: int
    sort: str
    lower: str
    value: Fraction | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class _Suffixes:
    """What may stand right behind a figure and leaves it one: "10k", "10-ти", "$10m", "10-million"."""

    attached: frozenset[str]
    hyphened: frozenset[str]
    signed: Mapping[str, int]
    times: frozenset[str]


@cache
def _suffixes(language: str) -> _Suffixes:
    held = rows(language, "numbers")
    return _Suffixes(frozenset(held["attached"]), frozenset(held["hyphened"]), held["signed"], frozenset(held["times"]))


def tokens(text: str, start: int, end: int, language: str = "en") -> list[Token]:
    """The tokens of `text[start:end]`. Raises FileNotFoundError where the language has no numbers."""
    found: list[Token] = []
    for match in TOKEN.finditer(text, start, end):
        if match["figure"]:
            found += _figures(match, language)
        else:
            found.append(Token(match.start(), match.end(), str(match.lastgroup), plain(match.group())))
    return found


def _figures(match: re.Match[str], language: str) -> Iterator[Token]:
    """A figure, and the word that is written right behind it."""
    end = match.end("figure")
    suffix, words = (match["suffix"] or "").lower(), _suffixes(language)
    value, may_be_decimal = figure(match["figure"], rows(language, "numbers")["decimal"])
    if value is not None and match["sign"] and suffix in words.signed:  # "$10m"
        yield Token(match.start(), match.end(), "figure", match["figure"], value * words.signed[suffix])
        return
    joined = match["hyphen"] and suffix in words.times  # "$225-million"
    known = words.hyphened if match["hyphen"] else words.attached
    if value is None or (suffix and suffix not in known and not joined):
        yield Token(match.start(), match.end(), "code", match.group().lower())
        return
    stop = match.end() if match["hyphen"] and not joined else end
    yield Token(match.start(), stop, "figure", match["figure"], value, may_be_decimal)
    if suffix and (joined or not match["hyphen"]):
        yield Token(match.start("suffix"), match.end(), "word", suffix)


def plain(words: str) -> str:
    """Words in small letters, with plain apostrophes and hyphens."""
    return words.lower().replace("’", "'").replace("‑", "-")


def figure(text: str, decimal: str = ".") -> tuple[Fraction | None, bool]:
    """What figures mean, None where they are too many; and whether what was taken for thousands may be decimals.

    A lone mark before three digits parts thousands, before fewer or more it is the decimal mark; of two sorts of marks
    the last is. `decimal` is that of the language.
    """
    close = "".join(char for char in text if char not in SPACE)
    marks = [char for char in close if char in ".,"]
    grouped = close == text and THREE.fullmatch(close) is not None
    if not marks or grouped or len(marks) > 1 == len(set(marks)):
        whole, rest = close, ""
    else:
        whole, _, rest = close.rpartition(marks[-1])
    digits = re.sub(r"[.,]", "", whole)
    if len(digits) + len(rest) > LONGEST:
        return None, False
    return Fraction(f"{digits}.{rest}" if rest else digits), grouped and marks == [decimal]


def decimals(token: Token) -> Fraction | None:
    """What a figure means whose last three digits are decimals: 1.2 of "1.200 million"."""
    return Fraction(token.lower.replace(",", ".")) if token.open else token.value
