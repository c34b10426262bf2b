"""The cases of a Russian or Ukrainian noun, of one number: all endings that either language may give it."""

import re
from functools import cache

ADJECTIVE = re.compile(
    r"(?:(?:ск|цк|ськ|зьк|цьк|нн|н|ов|ев|шн|жн|чн|тн|льн)"
    r"(?:ий|ый|ой|ая|яя|ое|ее|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ій|ої|е|і|их|ых|ими|ыми|ою|іми)"
    r"|(?:ськ|зьк|цьк)[аеуоі])\Z"
)  # most adjectives, and some other words

AGED = re.compile(r"(?:\d{1,3}-?|\w{4,})(?:летн|річн)\w+")  # 45-летний, двенадцатилетний

HARD = ("", "а", "у", "ом", "ем", "ём", "е", "ові", "еві", "і", "и", "ы", "ю", "ою")  # губернатор, син
BY_ENDING = {
    "ий": (
        "ого",
        "его",
        "ому",
        "ему",
        "им",
        "ем",
        "ом",
        "ім",
        "ия",
        "ию",
        "ием",
        "ии",
        "ій",
        "ию",
    ),  # военнослужащий, Юрий
    "ый": ("ого", "ому", "ым", "ом", "им"),
    "ой": ("ого", "ому", "ым", "ом"),
    "ій": ("ія", "ію", "ієм", "ієві", "ії", "ього", "ьому", "ім", "єм", "я", "ю", "єві", "ї"),  # Сергій, колишній
    "ей": ("ея", "ею", "еем", "ее", "єм"),
    "ай": ("ая", "аю", "аем", "ае", "аєм", "аєві"),
    "ая": ("ой", "ую", "ою"),
    "яя": ("ей", "юю"),
    "ія": ("ії", "ію", "ією"),
    "ия": ("ии", "ию", "ией", "иею"),
    "’я": ("’ї", "’ю", "’єю"),
    "а": ("ы", "и", "е", "і", "у", "ой", "ою", "ей", "ею", "ої", "ій"),
    "я": ("и", "і", "ї", "е", "є", "ю", "ей", "ею", "єю", "ёй"),
    "о": ("а", "у", "ом", "ові", "і"),
    "ь": ("я", "ю", "ем", "ём", "е", "і", "ев", "еві", "и", "ью"),
}


@cache
def forms(row: str) -> frozenset[str]:
    """All forms of a noun written as `nominative` or `nominative/stem of the other cases`, in small letters.

    >>> sorted(forms("боец/бойц"))[:4]
    ['боец', 'бойц', 'бойца', 'бойце']
    """
    nominative, _, stem = row.casefold().partition("/")
    if stem:
        return frozenset((nominative, *(stem + ending for ending in (*HARD, *BY_ENDING["ь"]))))
    for length in (2, 1):
        endings = BY_ENDING.get(nominative[-length:])
        if endings:
            return frozenset((nominative, *(nominative[:-length] + ending for ending in endings)))
    return frozenset(nominative + ending for ending in HARD)
