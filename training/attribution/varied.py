"""The same examples with other names and other quotation marks: PolNeAR is one election in seven outlets.

Names that fill it are exchanged, one for one through an article, for made-up Slavic ones; curly quotation marks for
straight or single ones. In texts of the made-up theatre towns get other made-up names, and the parties those of a real
war, either way round and as often: nobody keeps such a text. Labels move with the words.
"""

import random
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from counterclaim.reading.interface import Scheme
from counterclaim.theatres.theatre import load

from examples import Example, article

SURNAMES = (
    *(
        "Trump",
        "Clinton",
        "Sanders",
        "Cruz",
        "Rubio",
        "Bush",
        "Obama",
        "Kasich",
        "Carson",
        "Biden",
        "Ryan",
        "Pence",
        "Kaine",
    ),
    *("Christie", "Romney", "Walker", "Paul", "Fiorina", "Huckabee", "McCain", "Reid", "Warren", "Comey", "Manafort"),
    *(
        "Lewandowski",
        "Conway",
        "Priebus",
        "Gingrich",
        "Giuliani",
        "Podesta",
        "Mook",
        "Scalia",
        "Garland",
        "Lynch",
        "Johnson",
    ),
)
FIRST_NAMES = (
    "Donald",
    "Hillary",
    "Bernie",
    "Ted",
    "Marco",
    "Jeb",
    "Barack",
    "John",
    "Ben",
    "Joe",
    "Chris",
    "Mitt",
    "Carly",
    "Mike",
    "Bill",
    "Paul",
)
NAME = re.compile(rf"\b(?:{'|'.join((*SURNAMES, *FIRST_NAMES))})\b")
ROOTS = (
    "Kov",
    "Syr",
    "Zal",
    "Bud",
    "Sten",
    "Mar",
    "Prok",
    "Hlad",
    "Zub",
    "Ter",
    "Shev",
    "Pid",
    "Kuz",
    "Bon",
    "Vol",
    "Lys",
    "Dob",
    "Rom",
    "Fil",
    "Hor",
)
MIDDLES = ("al", "", "in", "er", "ov", "yn", "ush", "an", "och", "ol")
ENDINGS = ("enko", "skyi", "sky", "ov", "in", "uk", "ych", "ets", "ak", "ko", "yev", "chuk", "off", "ova", "ska")
FIRST_ENDINGS = ("or", "iy", "an", "yl", "ii", "ei", "a", "yna", "am", "ko")
TOWNS = ("ivka", "ske", "ove", "yansk", "iv", "hrad", "ino", "ovka", "odar", "orsk", "ka", "yn", "ets", "opol")
PARTIES = (
    {"Republic": "Ukraine", "Party": "Ukraine", "Of it": "Ukrainian", "Capital": "Kyiv"},
    {"Republic": "Russia", "Party": "Russia", "Of it": "Russian", "Capital": "Moscow"},
)
MADE_UP = (
    {"Vardia": "Party", "Vardian": "Of it", "Vardians": "Of it", "Vardish": "Of it", "Velm": "Capital"},
    {"Teshar": "Party", "Teshar Union": "Republic", "Tesharish": "Of it", "Tesharian": "Of it", "Druvan": "Capital"},
)
WORDS = frozenset(("March", "Union", "Pit", "Major", "Toll"))  # towns of the made-up theatre that are words too
SIDES = re.compile(r"\b(?:Vardia|Vardian|Vardish|Velm|Teshar Union|Teshar|Tesharish|Tesharian|Druvan)(?=s?\b)")
MARKS = ({"“": '"', "”": '"'}, {"“": "‘", "”": "’"}, {"“": "«", "”": "»"})
NAMED, QUOTED = 0.5, 0.3  # of the articles are changed so


def varied(examples: Iterable[Example], seed: int) -> Iterator[Example]:
    """Each example, as it was or changed."""
    draw = random.Random(seed)
    towns = _towns()
    for example in examples:
        one = example
        if draw.random() < NAMED:
            people = example.scheme is Scheme.POLNEAR
            one = _renamed(example, NAME, partial(_person, draw)) if people else _elsewhere(example, towns, draw)
        yield _requoted(one, draw.choices(MARKS, (3, 1, 1))[0]) if draw.random() < QUOTED else one


def _requoted(example: Example, marks: dict[str, str]) -> Example:
    """With other marks, which are as long as those before."""
    return replace(example, report=article(example.report.id, example.report.text.translate(str.maketrans(marks))))


def _elsewhere(example: Example, towns: re.Pattern[str], draw: random.Random) -> Example:
    """In another theatre: other towns, other parties."""
    sides = draw.sample(PARTIES, 2)
    names = {name: side[role] for side, held in zip(sides, MADE_UP, strict=True) for name, role in held.items()}
    moved_away = _renamed(example, SIDES, names.__getitem__)
    return _renamed(moved_away, towns, lambda _: draw.choice(ROOTS) + draw.choice(MIDDLES) + draw.choice(TOWNS))


def _towns() -> re.Pattern[str]:
    """The names of the made-up theatre's towns."""
    names = {place.name for place in load("vardia").places if place.type == "settlement"} - WORDS
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})\b")


def _renamed(example: Example, names: re.Pattern[str], new_name: Callable[[str], str]) -> Example:
    """With other names, one for one; each span ends and begins at the same words."""
    new: dict[str, str] = {}
    text, ends, shifts, shift, last = "", [0], [0], 0, 0
    for match in names.finditer(example.report.text):
        name = new.setdefault(match.group(), new_name(match.group()))
        text += example.report.text[last : match.start()] + name
        last = match.end()
        shift = len(text) - last
        ends.append(last)
        shifts.append(shift)
    text += example.report.text[last:]
    return example.moved(text, lambda at: at + shifts[bisect_right(ends, at) - 1])


def _person(draw: random.Random, name: str) -> str:
    first = name in FIRST_NAMES
    return draw.choice(ROOTS) + (draw.choice(FIRST_ENDINGS) if first else draw.choice(MIDDLES) + draw.choice(ENDINGS))
