"""The public shape masked: whatever is made from reports, with private names blocked out or null."""

from collections.abc import Iterable
from typing import Any

from counterclaim.masking.masks import Mask
from counterclaim.model.span import CONTEXT

ADDRESSES = frozenset(("path", "location", "url", "address"))  # written in small letters, without spaces
CODES = frozenset((  # words of ours, never of a report
    "id", "kind", "voice", "quote", "cue_type", "class", "as", "party", "language", "published", "edtf", "basis",
    "state", "type", "use", "by", "metric", "theatre", "format", "polarity", "certainty", "knowledge", "precision",
    "label", "answers",
))  # fmt: skip
UNPLACED: dict[str, Any] = {"state": "unresolved", "id": None, "name": None, "within": [], "lat": None, "lon": None}
UNPLACED |= {"precision": None, "reasons": [], "alternatives": []}


def masked(value: Any, mask: Mask) -> Any:
    """`value`, made from the report of `mask`, as it is shown: the same keys, the same offsets.

    A source, an addressee or a slot whose words or name are a private person's loses both and its actor, and has
    `masked: true`; a place so named is unresolved; in all other words the name is blocked out.
    """
    return _masked(value, mask, "") if mask else value


def masked_by_all(value: Any, masks: Iterable[Mask]) -> Any:
    """`value`, made from all reports of `masks` (a claim), as it is shown: a name masked in one is masked throughout.

    Its words stand in no one text, so names alone are looked for, in every string. Whom a source not held is named
    after loses its actor.
    """
    for mask in masks:
        value = _anywhere(value, mask, "") if mask else value
    return value


def _anywhere(value: Any, mask: Mask, key: str) -> Any:
    if isinstance(value, list):
        return [_anywhere(item, mask, key) for item in value]
    if not isinstance(value, dict):
        return _text(value, mask, key) if isinstance(value, str) else value
    if value.get("as") == "outlet":
        return _of_name(value, mask)
    plain = {name: _anywhere(item, mask, name) for name, item in value.items()}
    same = all(plain[name] == value[name] for name in ("name", "written", "unheld") if isinstance(value.get(name), str))
    return plain if same else _hidden(plain)


def _hidden(value: dict[str, Any]) -> dict[str, Any]:
    """A value named after somebody who is masked, its words blocked out already."""
    if "unheld" in value:
        return value | ({"actor": None} if "actor" in value else {}) | {"masked": True}
    if "state" in value:
        return value | UNPLACED | {"masked": True}
    return _nameless(value) if _is_somebody(value) else value


def _masked(value: Any, mask: Mask, key: str) -> Any:
    if isinstance(value, str):
        return _text(value, mask, key)
    if isinstance(value, list):
        return [_masked(item, mask, key) for item in value]
    if not isinstance(value, dict):
        return value
    stands = value.get("start") is not None and _is_words(value)
    return _of_words(value, mask) if stands else _of_name(value, mask)


def _text(value: str, mask: Mask, key: str) -> str:
    """A string that stands under `key`."""
    if key in CODES or (key == "outlet" and not mask.names.has_whole(value)):
        return value
    return mask.names.address(value) if key in ADDRESSES else mask.names.masked(value)


def _is_words(value: dict[str, Any]) -> bool:
    """Whether it stands somewhere in the text."""
    return isinstance(value.get("text", value.get("written")), str) and isinstance(value.get("end"), int)


def _of_words(value: dict[str, Any], mask: Mask) -> dict[str, Any]:
    """Words with their place in the text: as the masked text has them there."""
    start, end = value["start"], value["end"]
    shown, touched = mask.text[start:end], mask.touches(start, end)
    if "state" in value:  # a place: what the gazetteer says of it is no word of the report
        return value | {"written": shown} | (UNPLACED | {"masked": True} if touched else {})
    plain = {name: _masked(item, mask, name) for name, item in value.items()}
    if "text" in value:
        around = {"prefix": mask.text[max(0, start - CONTEXT) : start], "suffix": mask.text[end : end + CONTEXT]}
        return plain | {"text": shown} | {name: words for name, words in around.items() if name in value}
    named = plain.get("name") != value.get("name")
    return _nameless(plain) if (touched or named) and _is_somebody(value) else plain | {"written": shown}


def _of_name(value: dict[str, Any], mask: Mask) -> dict[str, Any]:
    """A value that stands nowhere in the text; somebody named in it is masked, an outlet if by a whole name."""
    if value.get("as") == "outlet":
        return _nameless(value) if mask.names.has_whole(value["name"] or "") else value
    plain = {name: _masked(item, mask, name) for name, item in value.items()}
    changed = any(plain[name] != value[name] for name in ("name", "written") if isinstance(value.get(name), str))
    return _nameless(plain) if changed and _is_somebody(value) else plain


def _is_somebody(value: dict[str, Any]) -> bool:
    """Whether it stands for a person or body: a source, an addressee, what fills a slot."""
    return "actor" in value or "name" in value or "as" in value


def _nameless(value: dict[str, Any]) -> dict[str, Any]:
    return {name: None if name in ("name", "written", "actor") else item for name, item in value.items()} | {
        "masked": True
    }
