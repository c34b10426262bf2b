"""Bytes to characters: by the mark at the start, by UTF-8, and for pages by what they declare."""

import codecs
import re

from counterclaim.errors import InputError
from counterclaim.extensions import load
from counterclaim.intake.sniff import BINARY, binary

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
HEAD = 8_192  # bytes looked at for signatures of binary files
SAMPLE = 20_000  # bytes that a guess is made from: charset_normalizer is slow, and a page is of one encoding
# What is guessed among: all that charset_normalizer knows would take short KOI8 texts for Japanese.
GUESSED = [
    *("cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic"),
    *("cp1252", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
DECLARED = re.compile(rb"""(?:charset|<\?xml[^>]*encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
DECLARED_WITHIN = 4_096  # bytes; the HTML standard says 1,024, real pages put scripts before it
# Codecs of texts; others that Python has (punycode, idna, unicode_escape …) are no encodings of pages.
CODECS = re.compile(r"utf-8|cp\d+|iso8859-\d+|koi8-\w|mac-\w+|gb\w+|big5\w*|euc_\w+|shift_jis\w*|hz|tis-620")
STRAY = 0.01  # share of undecodable characters that a page may have and still be in the encoding it declares


def plain(raw: bytes) -> str:
    """The characters of a plain text: UTF-8, or UTF-16 with its mark.

    Raises InputError `binary` where the bytes are no text and `encoding` where they are a text in something else.
    """
    if found := binary(raw[:HEAD]):
        raise _binary(*found)
    try:
        text = raw.decode(mark(raw) or "utf-8")
    except UnicodeDecodeError as error:
        raise _undecodable(raw) from error
    if "\0" in text:
        raise _binary(*BINARY)
    return text


def page(raw: bytes) -> tuple[str, tuple[InputError, ...]]:
    """The characters of an HTML page, by its mark, by UTF-8, by its declaration, or by a guess with a warning.

    UTF-8 goes before the declaration: bytes of another encoding are hardly ever valid UTF-8 by chance, while saved
    pages often keep a declaration that is no longer so. Raises InputError `binary` and `encoding`.
    """
    if found := binary(raw[:HEAD].replace(b"\0", b"")):
        raise _binary(*found)
    try:
        return raw.decode(mark(raw) or "utf-8"), ()
    except UnicodeDecodeError as error:
        text = _declared(raw)
        if text is not None:
            return text, ()
        name = likely(raw)
        if name is None:
            raise _undecodable(raw) from error
        return raw.decode(name, "replace"), (_guessed(name),)


def mark(raw: bytes) -> str | None:
    """The codec that the byte order mark at the start of `raw` stands for, None where there is no mark."""
    return next((codec for start, codec in MARKS if raw.startswith(start)), None)


def likely(raw: bytes) -> str | None:
    """The encoding that `raw` is most likely in, by charset_normalizer; None where it looks like no text."""
    sample = raw if len(raw) <= SAMPLE else raw[: raw.rfind(b" ", 1, SAMPLE) + 1 or SAMPLE]
    best = load("charset_normalizer:from_bytes")(sample, cp_isolation=GUESSED).best()
    return codecs.lookup(best.encoding).name if best else None


def _declared(raw: bytes) -> str | None:
    for match in DECLARED.finditer(raw[:DECLARED_WITHIN]):
        if codec := _codec(match[1].decode("ascii", "ignore")):
            text = raw.decode(codec, "replace")
            return text if text.count("\ufffd") <= STRAY * len(text) else None
    return None


def _codec(label: str) -> str | None:
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    if name in ("ascii", "iso8859-1"):  # as browsers do, by the WHATWG Encoding standard
        return "cp1252"
    return name if CODECS.fullmatch(name) else None


def _guessed(name: str) -> InputError:
    message = f"The page is not in UTF-8 and declares no other encoding; it was read as {name}."
    return InputError("encoding", message, _to_utf8(name))


def _to_utf8(name: str) -> str:
    return f"Turn it into UTF-8: `iconv -f {name.upper().replace('_', '-')} -t UTF-8 FILE`."


def _binary(name: str, remedy: str) -> InputError:
    return InputError("binary", f"The input is {name}, no text.", remedy)


def _undecodable(raw: bytes) -> InputError:
    name = None if b"\0" in raw else likely(raw)
    if name is None:
        return _binary(*BINARY)
    return InputError("encoding", f"The input is not in UTF-8, but likely in {name}.", _to_utf8(name))
