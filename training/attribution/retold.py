"""More examples of chains: attributions of the training texts, told anew through a relay or to an addressee.

PolNeAR labels no relays and our corpus has few. Each new sentence keeps a source and its content as they were and puts
them into one of the patterns below, by the rules of the guidelines. Relays and addressees are made up.
"""

import random
import re
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.reading.interface import Scheme
from counterclaim.reading.layout import Range
from counterclaim.reading.linker import Attribution

from examples import Example, article

# {S} source, {C} content, {Q} content in quotation marks, {R} relay, {A} addressee, [words] the cue; before the bar
# the share of the draws. A content without "that" before it may be long; the relay is always a medium.
PATTERNS = (
    (4, "{R}, [citing] {S}, reported that {C}."),
    (2, "{R}, [citing] {S}, said {C}."),
    (3, "{C}, {R} reported, [citing] {S}."),
    (2, "{C}, {R} said [citing] {S}."),
    (1, "{R} reported with [reference] to {S} that {C}."),
    (1, "{C}, {R} writes, [referring to] {S}."),
    (5, "{S} [told] {R} that {C}."),
    (3, "{S} [told] {R} {C}."),
    (3, "{C}, {S} [told] {R}."),
    (3, "“{Q},” {S} [told] {R}."),
    (2, "“{Q}”, {S} [told] {R} on Monday."),
    (2, "“{Q},” {S} [said] in an interview with {R}."),
    (2, "{S} [said] in an interview with {R} that {C}."),
    (2, "In an interview with {R}, {S} [said] that {C}."),
    (1, "Speaking to {R}, {S} [said] {C}."),
    (1, "In comments to {R}, {S} [claimed] that {C}."),
    (2, "[According to] {S}, quoted by {R}, {C}."),
    (2, "{C}, [according to] {S}, as reported by {R}."),
    (1, "{C}, [according to] {S} cited by {R}."),
    (3, "{R} reported that {S} had [said] that {C}."),
    (2, "{R} says {S} [denied] that {C}."),
    (2, "{R} wrote that {S} [claimed] {C}."),
    (2, "{R} reported, [according to] {S}, that {C}."),
    (3, "{R} quoted {S} as [saying] that {C}."),
    (2, "{R} quoted {S} as [saying]: “{Q}.”"),
    (3, "{S} was quoted by {R} as [saying] that {C}."),
    (1, "“{Q},” {R} quoted {S} as [saying]."),
    (2, "{S} [said], according to {R}, that {C}."),
    (2, "{S} [said] that {C}, {R} reports."),
    (2, "{S} [said] that {C}, {R} reported on Friday."),
    (1, "“{Q},” {S} [said], as quoted by {R}."),
    (2, "As {R} reports, {S} [said] that {C}."),
    (1, "As reported by {R}, {S} [stated] that {C}."),
    (1, "{S} [said] in remarks carried by {R} that {C}."),
    (1, "{S}, citing {R}, [said] that {C}."),
    (1, "Citing {R}, {S} [said] that {C}."),
    (1, "Citing {R} as its source, {S} [reported] that {C}."),
    (1, "{R}: {S} [says] {C}."),
    (4, "{S} [told] {A} that {C}."),
    (2, "{C}, {S} [told] {A}."),
    (3, "“{Q},” {S} [told] {A}."),
    (2, "{S} [reported] to {A} that {C}."),
    (1, "{S} has [reported] to {A} that {C}."),
    (1, "{S} [informed] {A} that {C}."),
    (1, "{S} [assured] {A} that {C}."),
    (1, "{S} [admitted] to {A} that {C}."),
    (1, "{S} [explained] to {A} that {C}."),
    (1, "Addressing {A}, {S} [said] that {C}."),
    (1, "{R} reports that {S} [told] {A} that {C}."),
    (1, "{S} [told] {A} that {C}, {R} reported."),
    (2, "It was [reported] that {C}."),
    (1, "It is [alleged] that {C}."),
    (1, "It has been [claimed] that {C}."),
    (1, "Then came the [announcement] that {C}."),
    (1, "There were [reports] that {C}."),
    (1, "{C}, it was [reported]."),
    (3, "{S} [said] that {C}."),
    (2, "{C}, [according to] {S}."),
    (2, "[According to] {S}, {C}."),
    (1, "[According to] a statement by {S}, {C}."),
    (1, "{S} [wrote] on Telegram that {C}."),
    (1, "{S} [said] in a post on social media that {C}."),
    (1, "{C}, as [reported] by {S}."),
    (2, "{S}: “{Q}.”"),
    (1, "{S} — “{Q}.”"),
    (1, "{C}, [in the words of] {S}."),
    (2, "{S}: {C}."),
    (1, "{S} via {R}: {C}."),
    (1, "{S} on {R}: “{Q}.”"),
    (2, "{C}, {S} [went on]."),
    (2, "{C}, {S} [said], {R} reports."),
    (3, "{S} [said] that {C}, according to {R}."),
    (2, "{C}, [said] {S}."),
    (2, "“{Q},” [said] {S}."),
    (1, "{C}, [said] {S}, quoted by {R}."),
    (1, "{S}, [quoted] by {R}: “{Q}.”"),
    (3, "Source: {S} on Telegram\n\nQuote: “{Q}.”"),
    (2, "Source: {S}, in a comment to {R}\n\nQuote: “{Q}.”"),
    (3, "{C}. {S} [said] this in a post on Telegram."),
    (2, "{C}. {S} [announced] this on Facebook, {R} reports."),
    (2, "{C}. This was [reported] by {S}."),
    (2, "{C}. This was [stated] by {S}, {R} reports."),
    (1, "{C}. This is [reported] by {R} with reference to {S}."),
    (1, "{C}. The [statement] was made by {S}."),
)
SAYING = (
    *(
        "said",
        "says",
        "stated",
        "claimed",
        "noted",
        "added",
        "emphasized",
        "stressed",
        "wrote",
        "reported",
        "announced",
    ),
    *(
        "confirmed",
        "insisted",
        "argued",
        "explained",
        "warned",
        "believes",
        "acknowledged",
        "admitted",
        "asserted",
        "declared",
    ),
    *(
        "clarified",
        "recalled",
        "assured",
        "alleged",
        "suggested",
        "concluded",
        "estimates",
        "fears",
        "hopes",
        "vowed",
        "predicted",
    ),
)  # cues that take "that"
OTHERWISE = 0.6  # of "[said] that" has another cue
SYLLABLES = (
    "bel",
    "mar",
    "dor",
    "ven",
    "kas",
    "til",
    "ros",
    "lin",
    "gar",
    "osk",
    "ute",
    "pra",
    "zem",
    "hal",
    "rin",
    "vo",
)
MEDIA = (
    *("{N} News", "the {N} Times", "{N} TV", "Radio {N}", "the {N} news agency", "the agency {N}", "the newspaper {N}"),
    *(
        "{N}",
        "{K}",
        "{K}",
        "{K}",
        "the broadcaster {K}",
        "the {K} news agency",
        "state news agency {K}",
        "the Telegram channel {N}",
    ),
    *(
        "the {N} Post",
        "{N} Today",
        "the agency",
        "the newspaper",
        "the channel",
        "state television",
        "{N}press",
        "the outlet {N}",
    ),
    *(
        "local media",
        "the state agency",
        "the {N} daily {N}",
        "Channel {D}",
        "{N} Radio",
        "the weekly {N}",
        "the {N} Gazette",
    ),
)
LISTENERS = (
    *(
        "reporters",
        "journalists",
        "the cabinet",
        "the council",
        "parliament",
        "the president",
        "President {N} {N}",
        "lawmakers",
    ),
    *(
        "the minister",
        "Defence Minister {N}",
        "his troops",
        "the crowd",
        "residents",
        "them",
        "us",
        "the delegation",
        "a briefing",
    ),
    *(
        "the Security Council",
        "the General Staff",
        "the governor",
        "the prime minister",
        "General {N}",
        "the families",
        "a rally in {N}",
    ),
    *(
        "the committee",
        "the court",
        "investigators",
        "her colleagues",
        "foreign diplomats",
        "the envoy, {N} {N}",
        "the assembly",
    ),
)
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
            found.append(_moved(one, len(text)))
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


def _moved(one: Attribution, by: int) -> Attribution:
    """The same, `by` code points later."""

    def move(place: Range | None) -> Range | None:
        return (place[0] + by, place[1] + by) if place else None

    contents = tuple((start + by, end + by) for start, end in one.contents)
    relays = tuple((start + by, end + by) for start, end in one.relays)
    return Attribution(contents, move(one.cue), None, move(one.claimant), relays, move(one.addressee))


def told_anew(examples: Iterable[Example], count: int, seed: int) -> list[Example]:
    """New sentences from all `examples`; the same for one seed."""
    return list(retold(list(examples), count, random.Random(seed)))
