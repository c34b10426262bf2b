"""What bytes without a telling name are: HTML, JSON Lines, plain text, or nothing that we read."""

import json
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from counterclaim.errors import InputError

# First bytes as in the file(1) database; each with its name and what to do about it.
SIGNATURES = (
    (b"%PDF-", "a PDF", "Turn it into text first: `pdftotext FILE`."),
    (b"PK\x03\x04", "a zip archive or an office document", "Unpack it, or save it as plain text or HTML."),
    (b"\x1f\x8b", "packed with gzip", "Unpack it first: `gunzip FILE`."),
    (b"BZh", "packed with bzip2", "Unpack it first: `bunzip2 FILE`."),
    (b"\xfd7zXZ", "packed with xz", "Unpack it first: `unxz FILE`."),
    (b"\x28\xb5\x2f\xfd", "packed with zstd", "Unpack it first: `unzstd FILE`."),
    (b"SQLite format 3", "a SQLite database", "Export its texts as JSON Lines."),
    (b"\xd0\xcf\x11\xe0", "an office document", "Save it as plain text or HTML."),
    (b"{\\rtf", "a rich-text document", "Save it as plain text or HTML."),
)
BINARY = ("binary", "Give plain text, HTML or JSON Lines.")

HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html\b|html[\s>])", re.I | re.S)
JSON = re.compile(r'\s*(?:\{\s*"|\[\s*\{)')
CONTROL = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b")
CONTROL_SHARE = 0.02  # of the head; prose has none, packed and picture files about a tenth


def binary(raw: bytes) -> tuple[str, str] | None:
    """What kind of binary file `raw` begins and what to do about it, None where it may be a text."""
    for start, name, remedy in SIGNATURES:
        if raw.startswith(start):
            return name, remedy
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return None
    control = len(raw) - len(raw.translate(None, CONTROL))
    return BINARY if b"\0" in raw or control > CONTROL_SHARE * len(raw) else None


def is_json_line(line: bytes) -> bool:
    """Whether `line` is one JSON object."""
    line = line.removeprefix(BOM_UTF8).strip()
    if not line.startswith(b"{"):
        return False
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def sniffed(head: bytes) -> str:
    """The format of what begins with `head`, its first line that is not blank and some more.

    Raises InputError `format` where it is binary, or markup or JSON of another kind, which read as prose would
    make nonsense.
    """
    if found := binary(head):
        raise InputError("format", f"The input is {found[0]}, which is not read.", found[1])
    first = head.removeprefix(BOM_UTF8).lstrip().partition(b"\n")[0]
    if is_json_line(first):
        return "jsonl"
    words = _words(head)
    if HTML.match(words):
        return "html"
    if JSON.match(words):
        raise InputError("format", "The input is JSON, but not one object to a line.", "Give JSON Lines.")
    if words.lstrip().startswith("<?xml"):
        raise InputError("format", "The input is XML, but no page.", "Give plain text, HTML or JSON Lines.")
    return "text"


def _words(head: bytes) -> str:
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore")
    return head.removeprefix(BOM_UTF8).decode(errors="replace")
