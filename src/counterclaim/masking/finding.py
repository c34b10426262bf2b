"""Whether what is shown still holds what was asked for: who is masked cannot be found by name."""

import re
from collections.abc import Sequence
from typing import Any

from counterclaim.ledger.search import Filters
from counterclaim.masking.masks import Mask
from counterclaim.masking.names import BLOCK

PIECE = re.compile(r'"([^"]*)"|(\S+)')
WORD = re.compile(rf"[^\W_]+|{BLOCK}+")  # a masked word is one that is never asked for


def finds(filters: Filters, line: dict[str, Any], mask: Mask) -> bool:
    """Whether the masked `line` holds the claimant, words, place and outlet asked for, as a search would find them."""
    if filters.outlet is not None and filters.outlet != line["report"]["outlet"]:
        return False
    if filters.place is not None and filters.place not in _candidates(line):
        return False
    claimant = line["chain"][-1]
    sources = [_words(source, mask) for source in line["chain"]]
    if filters.claimant is not None:
        known = sources[-1] if claimant["as"] == "claimant" else ""
        if filters.claimant.casefold() not in known.casefold():
            return False
    fields = (line["sentence"]["text"], line["content"]["text"], " / ".join(sources))
    return filters.text is None or holds(filters.text, fields)


def _candidates(line: dict[str, Any]) -> set[str]:
    """The places that those of a line are or may be; a masked one is none."""
    places = [place for place in line.get("places") or [line["place"]] if place]
    return {one["id"] for place in places for one in ([place] if place["id"] else place["alternatives"])}


def _words(source: dict[str, Any], mask: Mask) -> str:
    """The words that stand for a source, masked, and its name where that is shown."""
    start, end = source.get("start"), source.get("end")
    written = mask.text[start:end] if start is not None else None
    return " / ".join(part for part in (source["name"], written) if part)


def holds(asked: str, fields: Sequence[str | None]) -> bool:
    """Whether every word, "phrase" and begin* of `asked` occurs in one of `fields`."""
    held = [[word.casefold() for word in WORD.findall(field or "")] for field in fields]
    return all(_occurs(phrase or word, held) for phrase, word in PIECE.findall(asked))


def _occurs(piece: str, held: Sequence[Sequence[str]]) -> bool:
    wanted = [word.casefold() for word in WORD.findall(piece)]
    begins = piece.endswith("*")

    def stands(words: Sequence[str], at: int) -> bool:
        found = words[at : at + len(wanted)]
        last = found[-1].startswith(wanted[-1]) if begins and found else found[-1:] == wanted[-1:]
        return len(found) == len(wanted) and found[:-1] == wanted[:-1] and last

    return not wanted or any(stands(words, at) for words in held for at in range(len(words)))
