"""Both parties of a conflict read alike: the network sees them by the order in which a report names them.

Whichever is named first has the words of the first side (`lang/en/sides.yml`), the other those of the second: so a
report and its mirror, the parties exchanged, are one text to the network, and no side can be read otherwise.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from counterclaim.lang.data import rows
from counterclaim.theatres.theatre import names, outline

COUNTRY, CAPITAL, PEOPLE, PEOPLES = range(4)


def as_read(said: Sequence[str], theatre: str) -> Sequence[str]:
    """The words of a report as the network is to see them."""
    forms = _forms(theatre)
    order = list(dict.fromkeys(forms[word][0] for word in said if word in forms))
    sides: list[list[str]] = rows("en", "sides")["sides"]
    seen = dict(zip(order, sides, strict=False))
    return [seen[forms[word][0]][forms[word][1]] if word in forms and forms[word][0] in seen else word for word in said]


@cache
def _forms(theatre: str) -> Mapping[str, tuple[str, int]]:
    """The words for the parties of a theatre: whose each is, and which."""
    found: dict[str, tuple[str, int]] = {}
    for party in outline(theatre).parties if theatre in names() else ():
        for at, name in enumerate(party.short):
            found[name] = (party.id, COUNTRY if at == 0 else CAPITAL)
        for at, name in enumerate(party.demonym):
            found[name] = (party.id, PEOPLES if at and name.endswith("s") else PEOPLE)
    return found
