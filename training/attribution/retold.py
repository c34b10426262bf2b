"""More examples of chains: attributions of the training texts, told anew through a relay or to an addressee.

PolNeAR labels no relays and our corpus has few. Each new sentence keeps a source and its content as they were and puts
them into one of the patterns below, by the rules of the guidelines. Relays and addressees are made up.
"""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from operator import add

from counterclaim.reading.interface import Scheme
from counterclaim.reading.layout import Range
from counterclaim.reading.linker import Attribution

from examples import Example, article, moved
from patterns import LISTENERS, MEDIA, PATTERNS, SAYING, SYLLABLES

OTHERWISE = 0.6  # of "[said] that" has another cue
LOWERED = frozenset(
    (
        "The",
        "A",
        "An",
        "In",
        "It",
        "He",
        "She",
        "They",
        "We",
        "There",
        "This",
        "That",
        "His",
        "Her",
        "Its",
        "At",
        "No",
        "All",
    )
)
NO_SUBJECTS = frozenset(
    ("her", "his", "him", "them", "their", "who", "whom", "which", "that", "us", "my", "our", "your", "its", "me")
)
MARKS = ("“", "”", '"', "\n", ";", ":", ". ", "? ", "(")
OBJECTS = {"he": "him", "she": "her", "they": "them", "i": "me", "we": "us"}
TIMES = (
    "on Monday",
    "late on Tuesday",
    "earlier this week",
    "on December 5",
    "by phone",
    "in an interview",
    "in Kyiv",
    "yesterday",
)
TIMED = 0.3  # of the sentences say when
SHORTEST, LONGEST = 4, 45  # words of a content that is told anew
TOGETHER = 8  # sentences of one text


def retold(examples: Sequence[Example], count: int, draw: random.Random) -> Iterator[Example]:
    """`count` new sentences, some to a text, by the rules of the guidelines."""
    pairs = [pair for example in examples for pair in _pairs(example)]
    for at in range(0, count, TOGETHER):
        text, found = "", []
        for _ in range(TOGETHER):
            sentence, one = _sentence(*draw.choice(pairs), draw)
            found.append(moved(one, partial(add, len(text))))
            text += sentence + draw.choice((" ", "\n\n", "\n\n"))
        yield Example(article(f"retold-{at}", text), tuple(found), Scheme.GUIDELINES)


def _pairs(example: Example) -> Iterator[tuple[str, str]]:
    """Sources and the clauses that they said, where each is one run of words."""
    text = example.report.text
    for one in example.attributions:
        if one.claimant is None or len(one.contents) != 1:
            continue
        source, content = (text[start:end].strip(" ,.;:") for start, end in (one.claimant, one.contents[0]))
        clause = content.startswith("that ") or text[: one.contents[0][0]].endswith("that ")
        content = content.removeprefix("that ")
        plain = not any(mark in content + source for mark in MARKS) and SHORTEST <= len(content.split()) <= LONGEST
        if clause and plain and source.lower() not in NO_SUBJECTS:
            yield source, content


def _sentence(source: str, content: str, draw: random.Random) -> tuple[str, Attribution]:
    """One new sentence and what it attributes."""
    pattern = draw.choices([words for _, words in PATTERNS], [share for share, _ in PATTERNS])[0]
    relay, listener = (_filled(draw.choice(names), draw) for names in (MEDIA, LISTENERS))
    first = content.split(maxsplit=1)[0]
    if draw.random() < OTHERWISE:
        pattern = pattern.replace("[said] that", f"[{draw.choice(SAYING)}] that")
    if draw.random() < TIMED:
        pattern = re.sub(r"(\{[RA]\}) that", rf"\1 {draw.choice(TIMES)} that", pattern)
    if re.search(r"(?:citing|by|to|quoted)\]? \{S\}", pattern):
        source = OBJECTS.get(source.lower(), source)
    low = content[0].lower() + content[1:] if first in LOWERED else content
    source = source[0].lower() + source[1:] if source.split()[0] in LOWERED else source
    fill = {"S": source, "C": low, "Q": content[0].upper() + content[1:], "R": relay, "A": listener}
    text, places, cue = "", dict[str, Range](), None
    at = 0
    while at < len(pattern):
        if pattern[at] == "{":
            words = fill[pattern[at + 1]]
            words = words[0].upper() + words[1:] if not text else words
            places[pattern[at + 1]] = len(text), len(text) + len(words)
            text += words
            at += 3
        elif pattern[at] == "[":
            end = pattern.index("]", at)
            cue = len(text), len(text) + end - at - 1
            text += pattern[at + 1 : end]
            at = end + 1
        else:
            text += pattern[at]
            at += 1
    content_place = places.get("C") or _marks(text, places["Q"])
    relays = (places["R"],) if "R" in places else ()
    return text, Attribution((content_place,), cue, None, places.get("S"), relays, places.get("A"))


def _marks(text: str, place: Range) -> Range:
    """A quotation with its marks."""
    return place[0] - 1, text.index("”", place[1]) + 1


def _filled(name: str, draw: random.Random) -> str:
    """`name` with made-up names (N), capitals (K) and digits (D)."""
    while "{" in name:
        word = "".join(draw.sample(SYLLABLES, draw.randint(2, 3))).capitalize()
        capitals = "".join(draw.choices("ABCDEFGIKLMNOPRSTUV", k=draw.randint(3, 4)))
        name = name.replace("{N}", word, 1).replace("{K}", capitals, 1).replace("{D}", str(draw.randint(1, 24)), 1)
    return name


def told_anew(examples: Iterable[Example], count: int, seed: int) -> list[Example]:
    """New sentences from all `examples`; the same for one seed."""
    return list(retold(list(examples), count, random.Random(seed)))
