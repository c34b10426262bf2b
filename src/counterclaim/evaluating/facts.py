"""What a marked report may state: the keys of its head, the facts of each mark by its letter, those of each telling."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import Any

from counterclaim.errors import BadValueError
from counterclaim.evaluating.labelled import HEAD
from counterclaim.evaluating.marks import Range
from counterclaim.evaluating.schemas.differences import MOST, differences, schema

HEAD_KEYS = ("id", "style", "by", *HEAD)
TELLING = re.compile(r"t[0-9]{1,9}")
NAME = re.compile(r"[a-z]\w*")
USED_LETTERS = "scqadnh"
SAID_LETTERS = "spdn"  # of these every mark has a fact; an `a` may say nothing
REFERRING = (
    *("content", "cue", "claimant", "addressee", "relays", "hedges", "said", "when", "place", "quantities", "slots"),
)  # the facts of a telling that name marks
IN_PIECES = "c"  # only a content may be interrupted
REMEDY = "corpus/GUIDELINES.md, part 4, shows how it is written."


def stated(lines: Sequence[str]) -> dict[str, str]:
    """What the lines of a head state. Raises BadValueError for a line without colon, a strange key, and one twice."""
    found: dict[str, str] = {}
    for line in filter(str.strip, lines):
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or key not in HEAD_KEYS or key in found:
            what = "stands twice" if key in found else "is none of a head"
            raise BadValueError(f"The line “{line.strip()}” {what}.", f"Write `key: value`, of {', '.join(HEAD_KEYS)}.")
        found[key] = value
    return found


def check(spans: Mapping[str, Sequence[Range]], facts: Mapping[str, Any]) -> None:
    """Raises BadValueError for all that is wrong with marks and facts before any is understood."""
    found = [*_pieces(spans), *_use(spans, facts), *islice(_differences(facts), MOST)]
    if found:
        raise BadValueError(" ".join(f"{fault}." for fault in found), REMEDY)


def _pieces(spans: Mapping[str, Sequence[Range]]) -> Iterator[str]:
    """Marks in several pieces that may not be, or whose pieces lie in one another."""
    for name, ranges in spans.items():
        if len(ranges) > 1 and name[0] != IN_PIECES:
            yield f"The mark {name} stands {len(ranges)} times, and only a content may"
        if any(start < end for (_, end), (start, _) in pairwise(ranges)):
            yield f"The mark {name} lies in itself"


def _use(spans: Mapping[str, Sequence[Range]], facts: Mapping[str, Any]) -> Iterator[str]:
    """Marks that are named and nowhere, nowhere named, or without facts; facts without a mark."""
    named = {name: list(_named(fact)) for name, fact in facts.items() if TELLING.fullmatch(name)}
    for telling, marks in named.items():
        if strange := [mark for mark in marks if mark not in spans]:
            yield f"{telling} names {', '.join(strange)}, but no words are marked so"
    used = {mark for marks in named.values() for mark in marks}
    if idle := sorted(name for name in spans if name[0] in USED_LETTERS and name not in used):
        yield f"No telling uses {', '.join(idle)}: use them, or take the marks off"
    if lost := sorted(name for name in facts if not TELLING.fullmatch(name) and name not in spans):
        yield f"No words are marked {', '.join(lost)}"
    if bare := sorted(name for name in spans if name[0] in SAID_LETTERS and name not in facts):
        yield f"The facts say nothing of {', '.join(bare)}"


def _named(telling: Any, keys: Iterable[str] = REFERRING) -> Iterator[str]:
    """The marks that the facts of a telling name, under `keys`."""
    for key in keys if isinstance(telling, dict) else ():
        given = telling.get(key)
        names = given.values() if isinstance(given, dict) else given if isinstance(given, list) else [given]
        yield from (name for name in names if isinstance(name, str) and NAME.fullmatch(name))


def _differences(facts: Mapping[str, Any]) -> Iterator[str]:
    """Facts that do not say what those of their letter say; other letters are free."""
    known = schema("facts")["$defs"]
    told = [fact for name, fact in facts.items() if TELLING.fullmatch(name)]
    filling = {mark for fact in told for mark in _named(fact, ("slots",))}
    for name, fact in facts.items():
        part = _part(name, name in filling)
        if part in known:
            yield from differences(fact, "facts", part, name)


def _part(name: str, fills_slot: bool) -> str:
    """Which schema is for a mark: what fills a slot may state its party and actor."""
    if name[:1] == "t":
        return "t" if TELLING.fullmatch(name) else ""
    return f"{name[:1]}_in_slot" if fills_slot and name[:1] in "pn" else name[:1]
