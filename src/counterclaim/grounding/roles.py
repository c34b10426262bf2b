"""What somebody is by the words of a report: the office or function, without article and people."""

import re
from collections.abc import Sequence

from counterclaim.grounding.partywords import lower_words
from counterclaim.reading.words import words
from counterclaim.theatres.wording import Wording

BEHIND_PEOPLE = re.compile(r"^(?:[’']s?)?\s+")


def role_in(written: str, name: str) -> str | None:
    """The office or function in a source's own words: before its name, or behind a comma."""
    before, found, behind = written.partition(name)
    if not found:
        return None
    apposition = behind.lstrip(" ,(–—").rstrip(" ),") if behind[:1] in (",", " ", "(") else ""
    return role_of(before) or (role_of(apposition) if behind.startswith((",", " (", " –", " —")) else None)


def role_of(phrase: str) -> str | None:
    """A phrase as an office or function, without its article; None where no word of it is a person's."""
    kept = phrase.strip(" ,").partition(",")[0]
    kept = kept.rpartition("(")[0].strip() if kept.count("(") > kept.count(")") else kept
    first, _, rest = kept.partition(" ")
    kept = rest if first.casefold() in words("determiners") else kept
    return kept if kept and set(lower_words(kept)) & words("persons") else None


def without_people(role: str, wording: Wording) -> str:
    """A role without the people before it: "Tesharish General"."""
    found = wording.words(role)
    if not found or not found[0].party or found[0].start or role[found[0].end : found[0].end + 1] == "-":
        return role
    return BEHIND_PEOPLE.sub("", role[found[0].end :]) or role


def about(plain: Sequence[str]) -> str:
    """The word that a phrase is about, in the singular."""
    end = next((at for at, word in enumerate(plain) if at and word in words("prepositions")), len(plain))
    return plain[end - 1].removesuffix("s") if plain else ""
