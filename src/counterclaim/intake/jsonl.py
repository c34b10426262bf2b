"""JSON Lines: each line an object with `text` or `html`, and the keys of front matter.

Other keys are left without a word: exports carry dozens of them, on every one of a hundred thousand lines, and
`raw` keeps them. Where a line has both, `text` is read.
"""

import json
from typing import Any

from counterclaim.errors import InputError
from counterclaim.extensions import load
from counterclaim.intake.content import KEYS, Content, stated
from counterclaim.intake.encoding import plain
from counterclaim.intake.inputs import Input
from counterclaim.intake.text import newlines

SHAPE = "A line is one JSON object with `text` or `html`, and its values are strings or null."
HTML = "counterclaim.intake.html:extracted"  # by name: reading texts never imports the page extractor


def content(given: Input) -> Content:
    """The text of one line and what it states.

    Raises InputError `json` (never with words of the line), `encoding`, `binary`, and those of HTML.
    """
    line = given.path.rpartition("#")[2]
    values = _values(_object(given.raw, line), line)
    text, html = values.get("text"), values.get("html")
    if text is not None:
        return Content(newlines(text), stated(values))
    if html is None:
        raise _fault(f"Line {line} has neither `text` nor `html`.")
    page: Content = load(HTML)(html)
    return Content(page.text, {**page.stated, **stated(values)}, page.faults, page.line_is_paragraph)


def _object(raw: bytes, line: str) -> dict[str, Any]:
    try:
        value = json.loads(plain(raw))
    except json.JSONDecodeError as error:
        raise _fault(f"Line {line} is not JSON from column {error.colno} on.") from None
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets a thousand deep
        raise _fault(f"Line {line} is JSON beyond what can be read.") from None
    if not isinstance(value, dict):
        raise _fault(f"Line {line} is no object.")
    return value


def _values(found: dict[str, Any], line: str) -> dict[str, str | None]:
    values = {key: found.get(key) for key in ("text", "html", *KEYS)}
    for key, value in values.items():
        if not isinstance(value, str | None):
            raise _fault(f"The value of `{key}` in line {line} is no string.")
        _check(value or "", key, line)
    return values


def _check(value: str, key: str, line: str) -> None:
    if "\0" in value:
        raise InputError("binary", f"The value of `{key}` in line {line} has NUL in it, as no text has.", SHAPE)
    try:
        value.encode()
    except UnicodeEncodeError:
        raise _fault(f"The value of `{key}` in line {line} has half a character (a lone surrogate).") from None


def _fault(message: str) -> InputError:
    return InputError("json", message, SHAPE)
