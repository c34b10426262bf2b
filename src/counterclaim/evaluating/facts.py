"""What a marked report may state: the keys of its head, the facts of each mark by its letter, those of each telling."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from counterclaim.errors import BadValueError
from counterclaim.evaluating.labelled import HEAD
from counterclaim.evaluating.marks import Range
from counterclaim.evaluating.shape import TEXT, Each, Either, Keys, Like, Named, OneOf, Shape, maybe
from counterclaim.model.source import SourceClass
from counterclaim.model.telling import Quote, Voice

HEAD_KEYS = ("id", "style", "by", *HEAD)
TELLING = re.compile(r"t[0-9]{1,9}")
NAME = re.compile(r"[a-z]\w*")
USED_LETTERS = "scqadnh"
IN_PIECES = "c"  # only a content may be interrupted
REMEDY = "corpus/GUIDELINES.md, part 4, shows how it is written."


def _mark(letters: str) -> Like:
    return Like(re.compile(rf"[{letters}]\w*"), f"a mark {' or '.join(letters)}")


WHO: dict[str, Shape] = {"actor": TEXT, "party": TEXT}
SAME = Keys({"same": _mark("s")}, only=True)
FACTS: dict[str, Shape] = {
    "s": Keys({}, {"name": TEXT, "class": OneOf(tuple(SourceClass)), "role": TEXT, **WHO}, only=True),
    "a": Keys({}, WHO, only=True),
    "p": Keys({"type": TEXT}, {"id": TEXT, "ids": Each(TEXT), "name": TEXT, "part": TEXT}, only=True),
    "n": Keys({"metric": TEXT, "count": TEXT}, {"who": TEXT}, only=True),
    **dict.fromkeys("dlwx", maybe(TEXT)),
    **dict.fromkeys("cqh", Keys({}, only=True)),
}
TOLD = Keys(
    {"content": _mark("c"), "kind": TEXT},
    {
        **dict.fromkeys(("claimant", "addressee"), _mark("s")),
        **dict.fromkeys(("said", "when"), _mark("d")),
        **dict.fromkeys(("cue_type", "stance", "knowledge"), TEXT),
        "cue": _mark("q"),
        "relays": Each(_mark("s")),
        "voice": OneOf(tuple(Voice)),
        "hedges": Each(_mark("h")),
        "place": Either((_mark("p"), Each(_mark("p")))),
        "quantities": Each(_mark("n")),
        "slots": Named(Either((_mark("sapn"), Keys({}, {"party": TEXT, "inferred": TEXT}, only=True)))),
        "background": OneOf(("true", "false")),
        "answers": _mark("t"),
        "notes": Each(TEXT),
        "quote": OneOf(tuple(Quote)),
    },
    only=True,
)


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
    found = [*_pieces(spans), *_use(spans, facts), *_shapes(spans, facts)]
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
    """Marks that no telling uses, and facts without a mark."""
    told = " ".join(str(fact) for name, fact in facts.items() if TELLING.fullmatch(name))
    used = set(NAME.findall(told))
    if idle := sorted(name for name in spans if name[0] in USED_LETTERS and name not in used):
        yield f"No telling uses {', '.join(idle)}: use them, or take the marks off"
    if lost := sorted(name for name in facts if not TELLING.fullmatch(name) and name not in spans):
        yield f"No words are marked {', '.join(lost)}"


def _shapes(spans: Mapping[str, Sequence[Range]], facts: Mapping[str, Any]) -> Iterator[str]:
    """Facts that do not say what those of their letter say."""
    filling = set(_slots(facts))
    for name in dict.fromkeys((*spans, *facts)):
        fact = facts.get(name)
        if TELLING.fullmatch(name) and name in facts:
            yield from TOLD.differences(fact, name)
        elif (shape := FACTS.get(name[:1])) is not None:
            if isinstance(shape, Keys):
                fact = {} if fact is None else fact
                shape = _of_this(shape, name in filling, fact)
            yield from shape.differences(fact, name)


def _of_this(shape: Keys, fills_slot: bool, fact: Any) -> Keys:
    """The shape of one mark: a source may be the `same` as another; what fills a slot may state its party and actor."""
    if isinstance(fact, dict) and shape is FACTS["s"] and "same" in fact:
        return SAME
    return replace(shape, others={**shape.others, **WHO}) if fills_slot else shape


def _slots(facts: Mapping[str, Any]) -> Iterator[str]:
    """The marks that fill a slot of some telling."""
    for name, fact in facts.items():
        slots = fact.get("slots") if TELLING.fullmatch(name) and isinstance(fact, dict) else None
        yield from (mark for mark in (slots.values() if isinstance(slots, dict) else ()) if isinstance(mark, str))
