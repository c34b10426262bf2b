"""The side that words tell: who installed somebody, his body, his people; and words that only look like it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from counterclaim.lang.data import rows
from counterclaim.theatres.checks import NONE
from counterclaim.theatres.roster import Roster
from counterclaim.theatres.wording import Word

KEPT = 4096  # phrases whose side is kept at hand: the same one is asked for from many sides
PRO, NEVER = "pro", ("anti", "non")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
JOINT = re.compile(r"\s*(?:,\s*)?(?:and|or|nor|&)\s+(?:the\s+)?", re.IGNORECASE)
HYPHENS = ("-", "‑")
POSSESSIVE = re.compile(r"[’']s?\b|[’'](?=\s)")


@dataclass(frozen=True, slots=True)
class Side:
    """A party, and the reason for it; `by_body`: by a body of the roster."""

    party: str
    reason: str
    by_body: bool = False


@dataclass(frozen=True, slots=True)
class _Sign:
    """A word or body that speaks for a side: where it stands in the phrase, and whether it may be a mere place."""

    start: int
    end: int
    side: Side
    is_people: bool = False
    may_be_place: bool = False


@cache
def word_class(name: str, language: str = "en") -> frozenset[str]:
    """The words of a class of `actors.yml`."""
    return frozenset(rows(language, "actors")[name]["words"])


def lower_words(phrase: str) -> list[str]:
    """The words of a phrase in small letters, of those with a hyphen the parts, too."""
    found = [match.group().casefold() for match in WORD.finditer(phrase)]
    return [part for word in found for part in ((word, *word.split("-")) if "-" in word else (word,))]


@lru_cache(maxsize=KEPT)
def side_of(phrase: str, roster: Roster) -> Side | None:
    """The side that a phrase speaks for: the first that it names, unless it only speaks of it; None for several.

    Of a document "released by" somebody it is his.
    """
    issued = _issued().search(phrase)
    phrase = phrase[issued.end() :] if issued else phrase
    words = roster.wording.words(phrase)
    placed = next(_installed(words, phrase, roster), None)
    if placed is not None:
        return placed
    signs = _sorted(words, phrase, roster)
    if not signs or _is_list(signs, phrase):
        return None
    first = signs[0]
    others = [one for one in signs[1:] if one.side.party != first.side.party]
    served = next((one for one in others if first.is_people and _is_served(first, one, phrase)), None)
    body = next((one for one in others if first.may_be_place and one.side.by_body), None)
    return (served or body or first).side


@cache
def _issued() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(word_class('issued')))})\s+by\s+", re.IGNORECASE)


def is_of_several(phrase: str, roster: Roster) -> bool:
    """Whether a phrase names two sides as one source: "Velm and Druvan", whatever lies there or who said it before."""
    return _is_list(_sorted(roster.wording.words(phrase), phrase, roster), phrase)


def _sorted(words: Sequence[Word], phrase: str, roster: Roster) -> list[_Sign]:
    """What speaks for a side in a phrase, in its order, of two that begin together the longer first."""
    return sorted(_signs(words, phrase, roster), key=lambda one: (one.start, -one.end))


def _installed(words: Sequence[Word], phrase: str, roster: Roster) -> Iterator[Side]:
    """ "Tesharish-installed", "pro-Tesharish", and what a party's proxies are called."""
    for at, word in enumerate(words):
        behind = words[at + 1] if at + 1 < len(words) else None
        party = word.party or _party_of(words[at : at + 1], roster)
        if party and behind is not None and behind.token in word_class("installed"):
            between = phrase[word.end : behind.start]
            if between in (*HYPHENS, " "):
                yield Side(party, f"“{word.text}{between}{behind.text}”")
        if word.party and at and words[at - 1].text.casefold() == PRO:
            yield Side(word.party, f"“pro-{word.text}”")
    for party_row in roster.theatre.parties:
        proxy = next((word for word in words if word.token in party_row.proxies), None)
        if proxy is not None:
            yield Side(party_row.id, f"“{proxy.text}”")


def _party_of(words: Sequence[Word], roster: Roster) -> str | None:
    found = roster.within(words)
    return roster.party(found[0].actor) if found else None


def peoples(roster: Roster) -> frozenset[str]:
    """The names of the peoples at war, in small letters."""
    return frozenset(name.casefold() for party in roster.theatre.parties for name in party.demonym)


def _signs(words: Sequence[Word], phrase: str, roster: Roster) -> Iterator[_Sign]:
    at_war = peoples(roster)
    for word in words:
        posted = word.capital and bool(set(lower_words(phrase[word.end :])[:1]) & word_class("posted"))
        if word.party and not posted and not _is_of_another(word.start, word.end, phrase):
            people = word.text.casefold() in at_war or word.party == NONE
            owns = POSSESSIVE.match(phrase, word.end) is not None
            side = Side(word.party, f"“{word.text}”")
            yield _Sign(word.start, word.end, side, is_people=people, may_be_place=not people and not owns)
    bodies = roster.within(words)
    for one in [*bodies, *roster.units(words)]:
        start, end = words[one.first].start, words[one.last - 1].end
        party = roster.party(one.actor)
        if party and not _is_of_another(start, end, phrase):
            yield _Sign(start, end, Side(party, f"of {one.actor.name}", by_body=True))


def _is_of_another(start: int, end: int, phrase: str) -> bool:
    """Whether a party is spoken of, not for: "ambassador to Vardia", "critic of Vardia", "Vardian-jailed", "anti-"."""
    before = lower_words(phrase[:start])
    if before and before[-1] in NEVER and phrase[:start].rstrip()[-1:] in HYPHENS:
        return True
    behind = lower_words(phrase[end:])
    if set(behind[:1]) & word_class("suffered") and not set(behind[1:2]) & word_class("serving"):
        return True
    while before and before[-1] in ("the", "s"):
        before.pop()
    last = before[-1] if before else ""
    if last == "of" and len(before) > 1 and before[-2] in word_class("foes"):
        return True
    compound = phrase[end : end + 1] in HYPHENS and bool(lower_words(phrase[end + 1 :]))
    owned = POSSESSIVE.sub("", phrase[end:], count=1) if POSSESSIVE.match(phrase, end) else ""
    return last in word_class("behind") or compound or bool(set(lower_words(owned)[:1]) & word_class("foes"))


def _is_list(signs: Sequence[_Sign], phrase: str) -> bool:
    """Whether two sides are named as one source: "Vardian and Tesharish officials"."""
    return any(
        JOINT.fullmatch(phrase, one.end, other.start) and one.side.party != other.side.party
        for one, other in pairwise(signs)
    )


def _is_served(first: _Sign, other: _Sign, phrase: str) -> bool:
    """Whether somebody of one people serves another side: "a Lirenian volunteer in the Vardian army"."""
    between = lower_words(phrase[first.end : other.start])
    while between and between[-1] in ("the", "s"):
        between.pop()
    serves = bool(between) and between[-1] in word_class("served")
    return other.side.party != NONE and serves and bool(set(between) & word_class("fighters"))
