"""The same examples with other names and other quotation marks: PolNeAR is one election in seven outlets.

Names that fill it are exchanged, one for one through an article, for made-up Slavic ones; curly quotation marks for
straight or single ones. Labels move with the words.
"""

import random
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from examples import Example, article, moved

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
MARKS = ({"“": '"', "”": '"'}, {"“": "‘", "”": "’"}, {"“": "«", "”": "»"})
NAMED, QUOTED = 0.5, 0.3  # of the articles are changed so


def varied(examples: Iterable[Example], seed: int) -> Iterator[Example]:
    """Each example, as it was or changed."""
    draw = random.Random(seed)
    for example in examples:
        one = _renamed(example, draw) if draw.random() < NAMED else example
        yield _requoted(one, draw.choices(MARKS, (3, 1, 1))[0]) if draw.random() < QUOTED else one


def _requoted(example: Example, marks: dict[str, str]) -> Example:
    """With other marks, which are as long as those before."""
    return replace(example, report=article(example.report.id, example.report.text.translate(str.maketrans(marks))))


def _renamed(example: Example, draw: random.Random) -> Example:
    """With other names; each span ends and begins at the same words."""
    new: dict[str, str] = {}
    text, ends, shifts, shift, last = "", [0], [0], 0, 0
    for match in NAME.finditer(example.report.text):
        name = new.setdefault(match.group(), _name(match.group() in FIRST_NAMES, draw))
        text += example.report.text[last : match.start()] + name
        last = match.end()
        shift = len(text) - last
        ends.append(last)
        shifts.append(shift)
    text += example.report.text[last:]

    def move(at: int) -> int:
        return at + shifts[bisect_right(ends, at) - 1]

    attributions = tuple(moved(one, move) for one in example.attributions)
    return Example(article(example.report.id, text), attributions, example.scheme)


def _name(first: bool, draw: random.Random) -> str:
    return draw.choice(ROOTS) + (draw.choice(FIRST_ENDINGS) if first else draw.choice(MIDDLES) + draw.choice(ENDINGS))
