"""Front matter: `key: value` lines between two lines of `---` at the start of a plain text.

The first colon splits, so that a title with colons or quotes needs no escaping. Quotes around a whole value are
taken off; lines that begin with `#` and blank lines are passed over.
"""

import re
from collections.abc import Mapping

from counterclaim.errors import InputError
from counterclaim.intake.content import KEYS

FENCE = "---"
MOST_LINES = 64  # of the block with its fences: longer is no front matter
KEY = re.compile(r"([A-Za-z][\w-]*)\s*:(.*)")
NOT_A_BLOCK = "The text begins like front matter, but is none; all of it was read as text."
NOT_CLOSED = "The text begins with front matter that is not closed; all of it was read as text."
HOW = f"Front matter is `key: value` lines between two lines of `---`; the keys are {', '.join(KEYS)}."


def parted(text: str) -> tuple[dict[str, str], str, tuple[InputError, ...]]:
    """The values of the front matter by key, the text after it, and what was wrong with it.

    A text without front matter, or with what only looks like it, comes back whole.
    """
    lines = text.split("\n", MOST_LINES)
    end = _end(lines)
    if end is None:
        return {}, text, (InputError("front_matter", NOT_CLOSED, HOW),) if _is_opened(lines) else ()
    block = [line.strip() for line in lines[1:end]]
    pairs = [KEY.fullmatch(line) for line in block if line and not line.startswith("#")]
    found = [(match[1].lower(), _unquoted(match[2].strip())) for match in pairs if match]
    if not found or len(found) < len(pairs):
        known = any(key in KEYS for key, _ in found)
        return {}, text, (InputError("front_matter", NOT_A_BLOCK, HOW),) if known else ()
    return _first(found), "\n".join(lines[end + 1 :]), _faults([key for key, _ in found])


def written(values: Mapping[str, str | None]) -> str:
    """What `parted` reads back as `values`, those that are empty left out, line breaks at its end."""
    return "".join(f"{line}\n" for line in (FENCE, *(f"{key}: {one}" for key, one in values.items() if one), FENCE))


def _is_opened(lines: list[str]) -> bool:
    first = KEY.fullmatch(lines[1].strip()) if lines[0].rstrip() == FENCE and len(lines) > 1 else None
    return first is not None and first[1].lower() in KEYS


def _end(lines: list[str]) -> int | None:
    if lines[0].rstrip() != FENCE:
        return None
    # The last piece of the split may be all the rest of the text, which is no fence then.
    return next((at for at, line in enumerate(lines[1:MOST_LINES], 1) if line.rstrip() == FENCE), None)


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _first(found: list[tuple[str, str]]) -> dict[str, str]:
    return {key: value for key, value in reversed(found) if key in KEYS}


def _faults(keys: list[str]) -> tuple[InputError, ...]:
    faults = []
    if any(key not in KEYS for key in keys):
        faults.append(InputError("front_matter", "The front matter has keys that are not ours; they were left.", HOW))
    if any(keys.count(key) > 1 for key in KEYS):
        faults.append(InputError("front_matter", "The front matter has a key twice; the first was taken.", HOW))
    return tuple(faults)
