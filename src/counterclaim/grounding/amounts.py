"""What amounts are of: money of an aid package, a share of those asked; and which only say another anew."""

import re
from dataclasses import dataclass
from functools import cache

from counterclaim.grounding.units import MONEY, PERCENT, Unit
from counterclaim.lang.counted_nouns import noun_behind
from counterclaim.lang.data import either, rows

NOTE = re.compile(r"\s*[(\[][^()\[\]\n]{1,40}[)\]]")  # "€50bn (£42bn) package"
OPENED = re.compile(r"\s*[(\[;,/]\s*\Z")
SET_OFF = re.compile(r"([^\W\d_][\w’'-]*)\s*(?:[(]|[-–—]\s?)\Z")  # "in Italy (56%)", "the respondents – 64%"


@dataclass(frozen=True, slots=True)
class _Words:
    what: re.Pattern[str]
    parcels: re.Pattern[str]
    restated: re.Pattern[str]
    changed: re.Pattern[str] | None
    changing: re.Pattern[str] | None
    unsaid: frozenset[str]


@cache
def _words(language: str) -> _Words:
    held = rows(language, "counts")["amounts"]
    verbs = {name: either(sorted(held[name], key=len, reverse=True)) for name in ("changed", "changing", "between")}
    between = rf"(?:(?:{verbs['between']})\s)*"
    return _Words(
        re.compile(rf"\s+(?:{either(sorted(held['what'], key=len, reverse=True))})\s+"),
        re.compile(rf"(?:{either(held['parcels'])})"),
        re.compile(rf"\s*,?\s*(?:{either(held['restated'])})\s*\Z"),
        re.compile(rf"([^\W\d_][\w’'-]*)\s{between}(?:{verbs['changed']})\s{between}\Z") if held["changed"] else None,
        re.compile(rf"(?<!\w)(?:{verbs['changing']})\s(?=[^.;:]*\s(?:{either(held['by'])})\s{between}\Z)")
        if held["changing"]
        else None,
        frozenset(held["unsaid"]),
    )


def money_of(text: str, end: int, stop: int, language: str = "en") -> str | None:
    """What a sum that ends at `end` is of or for: "a $61bn package of aid", "$5m in aid"; None where it is not said."""
    words = _words(language)
    note = NOTE.match(text, end, stop)
    begin = note.end() if note else end
    link = words.what.match(text, begin, stop)
    noun = noun_behind(text, link.end() if link else begin, stop, language)
    if noun is None or noun.anaphor or not noun.text.rpartition(" ")[2].islower():
        return None
    if noun.text.lower() in words.unsaid:
        return None
    more = (
        words.what.match(text, noun.end, stop)
        if words.parcels.fullmatch(noun.text.rpartition(" ")[2].lower())
        else None
    )
    inner = noun_behind(text, more.end(), stop, language) if more else None
    if inner is None or inner.anaphor or not inner.text.rpartition(" ")[2].islower():
        return noun.text
    return " ".join(text[noun.start : inner.end].split())


def share_of(text: str, start: int, first: int, language: str = "en") -> str | None:
    """What a share that begins at `first` is of where no noun follows it: what is set off by it, or rose or fell by it.

    `start` is where its sentence begins. None where it is not said.
    """
    words, before = _words(language), text[start:first]
    if found := SET_OFF.search(before):
        return found[1]
    if words.changing and (found := words.changing.search(before)):
        noun = noun_behind(text, start + found.end(), first, language)
        if noun is not None:
            return noun.text
    found = words.changed.search(before) if words.changed else None
    return found[1] if found and found[1].lower() not in words.unsaid else None


def is_restated(text: str, place: tuple[int, int], one: Unit | None, before: Unit | None, language: str = "en") -> bool:
    """Whether an amount only says the one before it anew: "900 km (550 miles)", "£600m ($780m)".

    `one` and `before` are the units of both; `place` is where the sentence begins, and where the amount does.
    """
    start, first = place
    if one is None or before is None or one.metric != before.metric or one.metric == PERCENT:
        return False
    if one.written == before.written and one.metric == MONEY:
        return False
    between = text[before.end : first]
    inside = text.rfind("(", start, first) > text.rfind(")", start, first)
    return bool((inside and OPENED.fullmatch(between)) or _words(language).restated.fullmatch(between))
