"""Whether two names of a source are one's: by their words in any spelling, without a roster.

Labels name a source as a person would ("Ministry of Defence of Teshar"), the program as a report or a roster does
("Tesharish Defence Ministry"): the words count, not their order.
"""

import re

from counterclaim.lang.name_key import name_key

WORD = re.compile(r"[^\W\d_]+|\d+")
POSSESSIVE = re.compile(r"['’]s?\b")
SMALL = frozenset({"the", "a", "an", "of", "and", "for", "in", "on", "at", "to"})
JOINING = SMALL - {"the", "a", "an"}  # what follows them is no surname
DEMONYM = ("an", "oS", "os")  # of keys: Vardia, Vardian; Teshar, Tesharish
SPELLINGS = {"defense": "defence", "center": "centre"}  # American, British
LEAST = 3  # letters of a key that bears one
BODIES = frozenset(
    {
        *("administration", "agency", "army", "authority", "authorities", "board", "brigade", "bureau", "cabinet"),
        *("centre", "center", "channel", "command", "commission", "committee", "company", "council", "defence"),
        *("defense", "department", "directorate", "east", "forces", "fund", "government", "group", "guard"),
        *("headquarters", "herald", "inspectorate", "institute", "intelligence", "journal", "kremlin", "media"),
        *("militia", "ministry", "mission", "navy", "network", "news", "north", "office", "officers", "official"),
        *("officials", "parliament", "party", "police", "post", "presidency", "press", "radio", "regiment", "region"),
        *("reporters", "reports", "residents", "servicemen", "service", "services", "soldiers", "sources", "south"),
        *("spokesman", "spokeswoman", "spokesperson", "staff", "telegram", "television", "times", "today", "troops"),
        *("tv", "union", "unit", "west", "witnesses"),
    }
)  # last words that many bodies have in common: they make no surname


def same_name(one: str, other: str) -> bool:
    """Whether the words of one are among the other's, both are of one surname, or one is the other's initials."""
    if _plain(one) == _plain(other):
        return True
    ours, theirs = _keys(one), _keys(other)
    few, many = sorted((ours, theirs), key=len)
    if few and all(any(_alike(key, whole) for whole in many) for key in few):
        return True
    surnames = _surname(one), _surname(other)
    return None is not surnames[0] == surnames[1] or _initials(one, other) or _initials(other, one)


def same_root(one: str | None, other: str | None) -> bool:
    """The same of roots, where None is whoever is not named."""
    return one is other if one is None or other is None else same_name(one, other)


def _plain(name: str) -> str:
    return " ".join(word for word in name.casefold().split() if word != "the")


def _words(name: str) -> list[str]:
    return WORD.findall(POSSESSIVE.sub("", name))


def _keys(name: str) -> list[str]:
    words = (word.casefold() for word in _words(name))
    return [name_key(SPELLINGS.get(word, word)) or word for word in words if word not in SMALL]


def _alike(one: str, other: str) -> bool:
    """Equal keys, or one with a demonym's ending."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= LEAST and long.startswith(short) and long[len(short) :] in DEMONYM)


def _surname(name: str) -> str | None:
    """The key of the last word; None where it is one of a body's, or stands after "of"."""
    words = [word.casefold() for word in _words(name)]
    if not words or not words[-1].isalpha() or words[-1] in BODIES or JOINING & set(words):
        return None
    return name_key(words[-1]) or None


def _initials(short: str, long: str) -> bool:
    """UTA, of Union Telegraph Agency."""
    words = [word for word in _words(long) if word.casefold() not in SMALL]
    return len(short) > 1 and short.isupper() and short == "".join(word[0] for word in words).upper()
