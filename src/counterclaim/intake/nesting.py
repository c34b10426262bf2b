"""How deep markup is nested, before a parser sees it.

libxml2 as a rule stops at 256 levels and drops the rest without a word, and what walks a tree by recursion dies of
depth; so we let it go deep, and say no ourselves where a page goes deeper than any page written by people.
"""

import re

from counterclaim.errors import InputError

MOST = 1_000
ATTRIBUTES = 1_000  # of one element; libxml2 compares each with each, so that 200,000 take minutes
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
VOID = frozenset(  # elements that hold nothing, by the HTML standard
    {"area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img"}
    | {"input", "link", "meta", "param", "source", "track", "wbr"}
)
CELLS, ROWS = {"p", "td", "th"}, {"p", "td", "th", "tr"}
PARTS = ROWS | {"thead", "tbody", "tfoot"}
ITEMS = {"p", "dt", "dd"}
ENDS = {  # what an element ends by its start, where end tags may be left out
    "p": {"p"}, "li": {"p", "li"}, "option": {"option"}, "dt": ITEMS, "dd": ITEMS,
    "td": CELLS, "th": CELLS, "tr": ROWS, "thead": PARTS, "tbody": PARTS, "tfoot": PARTS,
}  # fmt: skip
NOTHING: set[str] = set()
# Comments and what is no markup inside are one piece; an unfinished one goes to the end.
TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|textarea|title)\b.*?(?:</\1|\Z)|<(/?)([a-z][^\s/<>]*)([^<>]*)",
    re.I | re.S,
)


def check_nesting(markup: str) -> None:
    """Raises InputError `nested` where elements of `markup` are nested more than MOST deep, or one is overloaded."""
    stack: list[str] = []
    held: dict[str, int] = {}
    for match in TAG.finditer(markup):
        name = (match[3] or "").lower()
        if len(match[4] or "") > 2 * ATTRIBUTES and len(QUOTED.sub("", match[4]).split()) > ATTRIBUTES:
            raise InputError("nested", f"An element has more than {ATTRIBUTES} attributes.", "Save its text alone.")
        if not name or name in VOID or match[4].endswith("/"):
            continue
        if match[2]:
            _close(name, stack, held)
            continue
        while stack and stack[-1] in ENDS.get(name, NOTHING):
            held[stack.pop()] -= 1
        stack.append(name)
        held[name] = held.get(name, 0) + 1
        if len(stack) > MOST:
            raise InputError("nested", f"The page nests elements more than {MOST} deep.", "Save its text alone.")


def _close(name: str, stack: list[str], held: dict[str, int]) -> None:
    # An end tag also ends what was left open within; one of nothing open ends nothing.
    while held.get(name):
        last = stack.pop()
        held[last] -= 1
        if last == name:
            return
