"""Inline marks: `{id:words}` around words of a text, nested but never crossing. The text itself has no braces."""

import re
from collections.abc import Mapping, Sequence

from counterclaim.errors import BadValueError

Range = tuple[int, int]
BRACE = re.compile(r"[{}]")
TOKEN = re.compile(r"\{[A-Za-z][A-Za-z0-9_]*:|[{}]")
SHOWN = 40  # code points of a text shown in a fault


def unmarked(marked_text: str) -> tuple[str, dict[str, list[Range]]]:
    """The text without its marks, and where each id's words stand in it, `[start, end)` in code points.

    An id used more than once has several ranges, in text order. Raises BadValueError for a brace that is no mark, a
    mark that is not closed, or one around nothing.
    """
    pieces: list[str] = []
    length = at = 0
    opened: list[tuple[str, int]] = []
    found: dict[str, list[Range]] = {}
    for match in TOKEN.finditer(marked_text):
        pieces.append(marked_text[at : match.start()])
        length += len(pieces[-1])
        at = match.end()
        if match.group() == "}":
            name, start = opened.pop() if opened else _fault("A brace closes no mark", marked_text, match.start())
            if start == length:
                _fault(f"The mark {name} is around nothing", marked_text, match.start())
            found.setdefault(name, []).append((start, length))
        elif match.group() == "{":
            _fault("A brace opens no mark", marked_text, match.start())
        else:
            opened.append((match.group()[1:-1], length))
    if opened:
        raise BadValueError(f"The mark {opened[-1][0]}, or one within it, is not closed.", "Write `{id:words}`.")
    return "".join([*pieces, marked_text[at:]]), {name: sorted(ranges) for name, ranges in found.items()}


def _fault(what: str, text: str, place: int) -> tuple[str, int]:
    near = text[max(0, place - SHOWN) : place + SHOWN].replace("\n", " ")
    raise BadValueError(f"{what}, near “{near}”.", "Write `{id:words}`; the text itself has no braces.")


def marked(text: str, spans: Mapping[str, Sequence[Range]]) -> str:
    """`text` with marks: what `unmarked` reads back. Raises BadValueError where two cross, or the text has braces."""
    if brace := BRACE.search(text):
        _fault("A brace of the text would be read as a mark", text, brace.start())
    ranges = sorted(
        ((start, end, name) for name, places in spans.items() for start, end in places),
        key=lambda one: (one[0], -one[1], one[2]),
    )
    pieces: list[str] = []
    at = 0
    open_: list[tuple[int, str]] = []
    for start, end, name in ranges:
        while open_ and open_[-1][0] <= start:
            pieces += [text[at : open_[-1][0]], "}"]
            at = open_.pop()[0]
        if open_ and open_[-1][0] < end:
            raise BadValueError(f"The marks {open_[-1][1]} and {name} cross.", "Let one lie in the other.")
        pieces += [text[at:start], f"{{{name}:"]
        at = start
        open_.append((end, name))
    while open_:
        end, _ = open_.pop()
        pieces += [text[at:end], "}"]
        at = end
    return "".join([*pieces, text[at:]])
