"""Words in a picture: made harmless, measured so that none is wider than thought, wrapped."""

import unicodedata
from html import escape as escaped_html
from itertools import accumulate, takewhile

NARROW, SLIM, ROUND, SIGN, WIDE, BROAD, SQUARE = 0.35, 0.48, 0.66, 0.85, 0.78, 1.02, 1.15  # in units of the size
CUNEIFORM = range(0x12000, 0x12550)  # as wide as four letters
WIDTHS = {
    **dict.fromkeys("iljI|.,:;'’‘·ії", NARROW),
    **dict.fromkeys(' frt()[]/\\-!"*', SLIM),
    **dict.fromkeys("“”", 0.58),
    **dict.fromkeys("#&+<=>^~ъцдл", SIGN),
    **dict.fromkeys("mwMW@%—…жшщюмыф█→≠", BROAD),
    **dict.fromkeys("ЖШЩЮМЫФЪЦ", 1.2),
    "⸺": 2.2,
    "⸻": 3.2,
    "꧅": 4,
    "﷽": 14,
}
BOLD = 1.12  # bold letters are so much wider
LIGATURES = range(0xFB50, 0xFE00)  # whole phrases in one letter
MARKS = 2  # accents that may stand over one another


def clean(text: str | None) -> str:
    """`text` on one line, without what no XML may hold, what turns its direction, and piled accents."""
    if text and text.isascii() and text.isprintable():
        return " ".join(text.split())  # most texts: nothing to look for in them
    found: list[str] = []
    piled = 0
    plain = "".join(unicodedata.normalize("NFKC", char) if ord(char) in LIGATURES else char for char in text or "")
    for char in unicodedata.normalize("NFC", plain):
        kind = unicodedata.category(char)
        if char.isspace():
            char = " "  # noqa: PLW2901 any white space is one blank
        elif kind in {"Cc", "Cf", "Cs", "Co", "Cn"}:
            continue
        piled = piled + 1 if kind.startswith("M") else 0
        if piled <= MARKS:
            found.append(char)
    return " ".join("".join(found).split())


def escaped(text: str | None) -> str:
    """`text` as it may stand in XML, in an element or an attribute."""
    return escaped_html(clean(text), quote=True)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide `text` is at most, in the unit of `size`: as in DejaVu Sans, the widest common face."""
    return sum(map(_width, text)) * size * (BOLD if bold else 1)


def _width(char: str) -> float:
    if char in WIDTHS:
        return WIDTHS[char]
    if unicodedata.category(char).startswith("M"):
        return 0
    if ord(char) in CUNEIFORM:
        return 4
    if unicodedata.east_asian_width(char) in "WF" or ord(char) > 0x2FFF:
        return SQUARE
    if char.isupper():
        return WIDE + (0.05 if char in "OQGDHNUОДНИЙП" else 0)
    return ROUND if ord(char) < 0x500 else SQUARE


def wrapped(text: str | None, most: float, size: float, *, lines: int = 3, bold: bool = False) -> list[str]:
    """`text` in at most so many lines, none wider than `most`; "…" stands for what is left out."""
    found: list[str] = []
    rest = clean(text).split(" ")
    while rest and rest[0] and len(found) < lines:
        line, rest = _line(rest, most, size, bold=bold)
        found.append(line)
    if rest and rest[0]:
        found[-1] = fitted(f"{found[-1]} {rest[0]}…", most, size, bold=bold, cut=True)
    return found


def _line(words: list[str], most: float, size: float, *, bold: bool) -> tuple[str, list[str]]:
    """The first line of `words`, and what is left; a word that is too long for a line is broken."""
    line = ""
    for at, word in enumerate(words):
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold=bold) > most:
            if line:
                return line, words[at:]
            head = fitted(word, most, size, bold=bold)
            return head, [word[len(head) :], *words[at + 1 :]]
        line = longer
    return line, []


def fitted(text: str, most: float, size: float, *, bold: bool = False, cut: bool = False) -> str:
    """As much of `text` as is no wider than `most`, at least one letter; where it is `cut`, with "…" at its end."""
    if width(text, size, bold=bold) <= most:
        return text
    end = "…" if cut else ""
    tail, scale = sum(map(_width, end)), size * (BOLD if bold else 1)
    fits = takewhile(lambda so_far: (so_far + tail) * scale <= most, accumulate(map(_width, text)))
    kept = text[: max(1, sum(1 for _ in fits))]  # letter by letter it would take the square of a word's length
    if not cut:
        return kept
    space = kept.rfind(" ")
    return (kept[:space] if space > len(kept) / 2 else kept).rstrip(" ,;:…") + end


def length(value: float) -> str:
    """A length with one decimal, none where it is whole."""
    return f"{value:.1f}".removesuffix(".0")


def fine(value: float) -> str:
    """A length with two decimals at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
