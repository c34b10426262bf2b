"""Counts: the range that words of number give, what is counted, and who."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from counterclaim.lang.data import either, rows
from counterclaim.model.quantity import Quantity
from counterclaim.model.span import Span

Bounds = tuple[int | None, int | None, bool]  # low, high, vague; both None: no number was read
FIGURE = r"\d{1,3}(?:[,.  ]\d{3})+(?!\d)|\d+(?:\.\d+)?"
WORD = re.compile(rf"{FIGURE}|[^\W\d_]+(?:[’'-][^\W\d_]+)*|%")
RANGE = re.compile(rf"\b(?:between\s+)?({FIGURE})(?:\s*[–—-]\s*|\s+(?:to|and)\s+)({FIGURE})\b")
SLACK = 5  # "about 100" is 100 give or take a fifth, as `Quantity.parse` has it
NEAR = 40  # code points from a number within which a word says what is counted
LEADS = re.compile(r"^\s*(?:of|%|percent|per cent|other|more|such|the|his|her|its|their|our|or|so)\b\s*")
SPELT = frozenset(("dozen", "hundred", "thousand", "million", "billion"))  # that count alone: "a hundred"
TEN, THOUSAND = 10, 1000
END_OF_NOUN = re.compile(
    r"\b(?:who|which|that|were|was|are|is|have|had|has|on|in|at|by|from|during|after|near|since|to|and)\b|[,;.:]"
)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of number of a language."""

    words: Mapping[str, int]
    times: Mapping[str, int]
    vague: Mapping[str, tuple[int, int]]
    bounds: tuple[tuple[str, re.Pattern[str]], ...]
    same: Mapping[str, str]
    metrics: Mapping[str, str]
    said: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def _words(language: str) -> _Words:
    held = rows(language, "numbers")
    vague = {name: (low, high) for name, (low, high) in held["vague"].items()}
    bounds = tuple((name, _pattern(held["bounds"][name])) for name in ("least", "most", "above", "below", "about"))
    said = tuple((name, _pattern(words)) for name, words in held["said"].items())
    return _Words(held["words"], held["times"], vague, bounds, held["same"], held["metrics"], said)


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(words)})(?!\w)")


def count(span: Span, kind: str | None, around: str, language: str = "en") -> Quantity:
    """The count that the words of `span` give: of what sort by the `kind` of proposition and the words `around`."""
    words = _words(language)
    low, high, vague = bounds(span.text, language)
    return Quantity(_metric(span, kind, around, words), _who(span.text, words), span.text, low, high, vague, span)


def is_count(written: str, language: str = "en") -> bool:
    """Whether words count something: not an article alone, nor a word made with a number, as in "two-story"."""
    words = _words(language)
    said = written.lower().split()
    parts = said[0].replace("–", "-").split("-") if len(said) == 1 else []
    numbers = [part[:1].isdigit() or part in words.words or part in words.times for part in parts]
    return said not in (["a"], ["an"]) and (len(parts) < 2 or all(numbers) or not any(numbers))


def bounds(written: str, language: str = "en") -> Bounds:
    """The range that words give: `at least five` is 5 or more. Two Nones where no number is read."""
    words = _words(language)
    text = " ".join(written.lower().split())
    for phrase, plain in words.same.items():
        text = re.sub(rf"\b{phrase}\b", plain, text)
    both = RANGE.search(text)
    if both:
        low, high = sorted(_figure(part) for part in both.groups())
        times = next((words.times[word] for word in WORD.findall(text[both.end() :])[:1] if word in words.times), 1)
        return (low * times if low < high or times == 1 else low), high * times, False
    name, plain = _bound(text, words)
    value, alone = _number(plain, words)
    if value is None:
        return (*alone, True) if alone else (None, None, False)
    if name is None or value == 0:
        return value, value, False
    slack = -(-value // SLACK)
    made: dict[str, Bounds] = {
        "least": (value, None, False),
        "most": (None, value, False),
        "above": (value + 1, None, False),
        "below": (None, value - 1, False),
        "about": (value - slack, value + slack, True),
    }
    return made[name]


def _bound(text: str, words: _Words) -> tuple[str | None, str]:
    """What a qualifier makes of the number, and the text without it."""
    for name, pattern in words.bounds:
        if pattern.search(text):
            return name, pattern.sub("", text)
    return None, text


def _number(text: str, words: _Words) -> tuple[int | None, tuple[int, int] | None]:
    """The number in `text`; else the range of a vague word."""
    vague = next((phrase for phrase in sorted(words.vague, key=len, reverse=True) if _holds(text, phrase)), None)
    if vague is not None and vague != "some" and not re.search(r"\d", text):
        return None, words.vague[vague]
    found = _Number(words)
    for word in _parts(text):
        if not found.take(word):
            break
    if found.named:
        return found.value, None
    return None, words.vague["some"] if text == "some" else None


def _holds(text: str, phrase: str) -> bool:
    return re.search(rf"\b{phrase}\b", text) is not None


def _parts(text: str) -> Iterator[str]:
    """The words and figures of `text`; of "twenty-three" each part."""
    for found in WORD.findall(text):
        yield from [found] if found[0].isdigit() else found.split("-")


@dataclass(slots=True)
class _Number:
    """A number as its words are read one by one: whole thousands in `total`, what is less in `part`."""

    words: _Words
    total: int = 0
    part: float = 0.0
    named: bool = False

    @property
    def value(self) -> int:
        """What was read so far."""
        return self.total + round(self.part)

    def take(self, word: str) -> bool:
        """Takes in the next word; False where the number is at its end."""
        if word[0].isdigit():
            return self._add(_float(word), ends=self.part > 0)
        if word in self.words.times:
            return self._times(self.words.times[word], word)
        if word in ("a", "an"):
            self.part, self.named = (self.part, self.named) if self.named else (1.0, self.named)
            return True
        if word in self.words.words:
            value = self.words.words[word]
            return self._add(value, ends=self.named and self.part % 10 > 0 and value >= TEN)
        return not self.named or word == "and"

    def _add(self, value: float, *, ends: bool) -> bool:
        if self.named and ends:
            return False
        self.part, self.named = (self.part if self.named else 0.0) + value, True
        return True

    def _times(self, times: int, word: str) -> bool:
        if not self.named and word not in SPELT:
            return True
        self.part, self.named = (self.part or 1.0) * times, True
        if times >= THOUSAND:
            self.total, self.part = self.total + round(self.part), 0.0
        return True


def _figure(text: str) -> int:
    return round(_float(text))


def _float(text: str) -> float:
    plain = re.sub(r"[,  ](?=\d{3})", "", text)
    return float(re.sub(r"\.(?=\d{3}(?!\d))", "", plain))


def _who(written: str, words: _Words) -> str | None:
    """The counted noun: what follows the number, up to a verb, a preposition or a relative clause."""
    last = None
    for match in WORD.finditer(written):
        lower = match.group().lower()
        spelt = all(part in words.words or part in words.times for part in lower.split("-"))
        if lower[0].isdigit() or spelt or lower in words.vague:
            last = match.end()
    if last is None:
        return None
    rest = LEADS.sub("", written[last:].strip())
    stop = END_OF_NOUN.search(rest)
    noun = rest[: stop.start()].strip(" ,.%") if stop else rest.strip(" ,.%")
    return noun or None


def _metric(span: Span, kind: str | None, around: str, words: _Words) -> str:
    """What is counted: as the word nearest to the number says, else as the kind has it."""
    if re.search(r"%|\bper ?cent\b", span.text):
        return "percent"
    if re.search(r"[$€£]|\b(?:dollars|euros|roubles|rubles|hryvnias?|crowns?)\b", span.text):
        return "money"
    if re.search(r"(?:\bkm|kilomet|miles?\b|\bmet)\w*", span.text):
        return "area_km2" if re.search(r"square|km2|km²", span.text) else "distance_km"
    at = around.find(span.text)
    first, last = max(0, at - NEAR), at + len(span.text) + NEAR
    near: list[tuple[int, str]] = []
    for name, pattern in words.said:
        for match in pattern.finditer(around.lower(), first, last):
            gap = max(match.start() - at - len(span.text), at - match.end(), 0)
            near.append((gap, name))
    return min(near)[1] if near else words.metrics.get(kind or "", "other")
