"""Names of places in a case of Russian or Ukrainian, where the case alone says that a place is named."""

import re
from collections.abc import Sequence

from counterclaim.grounding.surroundings import Surroundings
from counterclaim.lang.name_key import is_cyrillic
from counterclaim.theatres.gazetteer import SAME, Gazetteer, Named

OFFICE = "an office of it before it"
GENITIVE = re.compile(r".*(?:[аяуюиіыї]|[ое]й|ої|[ое]го)")
OBLIQUE = re.compile(r".*(?:[аяуюиіыїе]|[ое]й)")
SURNAME = re.compile(r".*(?:[оеєё]в|[иіы]н)[аиу]")  # a woman's, or a man's in the genitive
PATRONYMIC = re.compile(r".*(?:ич[ау]|[оеєії]вн[ыиу])")
ADJECTIVE = re.compile(r".{4,}(?:[оеі]й|ої|[оеь]го|[оеь]му|[оеиы]м|[ую]ю|[иыі]х|[иыі]й|ая)")


def is_office_of(around: Surroundings, at: int, end: int, named: Sequence[Named]) -> bool:
    """Whether a name stands in the genitive behind the title of who governs the place: "мэр Дорна", no "мэр Дорн".

    A place that few know only where the title is in the nominative and the name is like no surname. Nobody's first
    name: what follows is none in the genitive ("мэра Ильи Дорна") where the title may be in that case too.
    """
    titled = around.is_of(at - 1, "bodies") or (around.is_of(at - 1, "people") and around.is_of(at - 1, "persons"))
    if not titled or not around.touch(at - 1):
        return False
    name, cited = around.span(at, end), around.is_of(at - 1, "governors")
    if not (GENITIVE.fullmatch(name.casefold()) and _is_bent(name, named)):
        return False
    if not cited and _is_first_name(around, end):
        return False
    known = any(one.is_known for one in named if one.near >= SAME)
    return known or (cited and not SURNAME.fullmatch(name.casefold()))


def parted(around: Surroundings, places: Gazetteer, first: int, last: int) -> int | None:
    """The word with which a second place begins: in "подконтрольном Дорну Галме" what holds a town stands before it."""
    held = first > 0 and around.touch(first - 1) and ADJECTIVE.fullmatch(around.words[first - 1].lower)
    if not held or any(one.near >= SAME for one in places.named(around.span(first, last))):
        return None
    for middle in range(first + 1, last):
        holder, town = around.span(first, middle), around.span(middle, last)
        known = [one for one in places.named(holder) if one.is_known or one.place.category == "country"]
        oblique = OBLIQUE.fullmatch(holder.casefold()) and _is_bent(holder, known)
        if oblique and _is_bent(town, places.named(town)):
            return middle
    return None


def _is_first_name(around: Surroundings, end: int) -> bool:
    """Whether what ends before word `end` may be a first name in the genitive, for a surname follows in that case."""
    behind = [at for at in (end, end + 1) if around.touch(at - 1) and around.words[at].is_capital]
    if end not in behind or not GENITIVE.fullmatch(around.words[end].lower):
        return False
    return len(behind) == 1 or PATRONYMIC.fullmatch(around.words[end].lower) is not None


def _is_bent(name: str, named: Sequence[Named]) -> bool:
    """Whether a Cyrillic name is a place's in another case than it is cited in."""
    places = [one.place for one in named if one.near >= SAME]
    cited = {spelling.text for place in places for spelling in place.names}
    cited |= {spelling.text for place in places for spelling in place.former}
    return is_cyrillic(name) and bool(places) and name not in cited
