"""What words of number mean, in any language: "twenty-three", "полторы тысячи", "a third", "tens of thousands"."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from counterclaim.lang.number_data import Words, lower
from counterclaim.lang.number_tokens import Token, decimals

TEN, HUNDRED, THOUSAND = 10, 100, 1000
MOST = 10**18  # more is no count
ONE, HALF = Fraction(1), Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Value:
    """What the tokens `[first, last)` mean: between `low` and `high`, both None of "many".

    `vague`: the words give no figure; `share`: it is so much of a whole, a half being 1/2; `rate`: so many of
    so many ("two in five").
    """

    first: int
    last: int
    low: Fraction | None
    high: Fraction | None
    vague: bool = False
    share: bool = False
    rate: bool = False


def value_at(found: Sequence[Token], at: int, words: Words, *, qualified: bool = False) -> Value | None:
    """What is counted by the words that begin with token `at`; None where none do.

    `qualified`: "at least" or the like stands before them, so that "более тысячи" is more than one thousand.
    """
    one = qualified and lower(found, at) in words.either
    vague = None if one else _vague(found, at, words)
    return (
        _zero(found, at, words)
        or _share(found, at, words)
        or _ratio(found, at, words)
        or vague
        or (number_at(found, at, words))
    )


def _zero(found: Sequence[Token], at: int, words: Words) -> Value | None:
    said = words.zero.at(found, at)
    return Value(at, at + len(said), Fraction(0), Fraction(0)) if said else None


def _share(found: Sequence[Token], at: int, words: Words) -> Value | None:
    """A part of a whole: "a third", "two thirds", "half"; "half a million" is a number, "a third drone" is none."""
    begin = at + 1 if lower(found, at) in words.articles else at
    many = number_at(found, begin, words) if begin == at else None
    after = many.last if many else begin
    if lower(found, after) == "-" and many:
        after += 1
    said = words.said_shares.at(found, after)
    if said is None or (said[-1] in words.half and _times_after(found, after + 1, words)):
        return None
    last = after + len(said)
    if many is None and said[-1] in words.ordinals and (begin == at or not _ends(found, last, words)):
        return None
    part = words.shares[said] * (many.low or 0) if many else words.shares[said]
    return Value(at, last, part, part, vague=part * HUNDRED % 1 != 0, share=True) if part <= 1 else None


def _ends(found: Sequence[Token], at: int, words: Words) -> bool:
    """Whether no noun follows: "a third of them", "a third."."""
    return at >= len(found) or found[at].sort == "mark" or found[at].lower in words.of


def _times_after(found: Sequence[Token], at: int, words: Words) -> bool:
    at += lower(found, at) in {"-", *words.articles}
    return lower(found, at) in words.times


def _ratio(found: Sequence[Token], at: int, words: Words) -> Value | None:
    """So many of so many: "two in five", "every third", rounded to a whole percent."""
    said = words.said_rates.at(found, at)
    if said:
        return _rate(at, at + len(said), words.rates[said])
    part = number_at(found, at, words)
    if part is None or part.low is None:
        return None
    link = words.ratio.at(found, part.last)
    whole = number_at(found, part.last + len(link), words) if link else None
    if whole is None or whole.low is None or not 0 < part.low < whole.low <= TEN:
        return None
    if lower(found, whole.last) in words.periods:  # "two in three days"
        return None
    return _rate(at, whole.last, part.low / whole.low)


def _rate(first: int, last: int, share: Fraction) -> Value:
    percent = Fraction(round(share * HUNDRED), HUNDRED)
    return Value(first, last, percent, percent, share=True, rate=True)


def _vague(found: Sequence[Token], at: int, words: Words) -> Value | None:
    """A word without a figure, and what multiplies it: "several", "tens of thousands"."""
    begin = at + 1 if lower(found, at) in words.articles else at
    held = words.vague.get(lower(found, begin))
    if held is None:
        return None
    (low, high), last = held, begin + 1
    while True:
        after = last + 1 if lower(found, last) in words.of else last
        times = words.times.get(lower(found, after))
        if times is None or low is None or high is None:
            return Value(at, last, low, high, vague=True)
        low, high, last = low * times, (high + 1) * times - 1, after + 1


def number_at(found: Sequence[Token], at: int, words: Words) -> Value | None:
    """The number that is written, in words or figures, from token `at` on."""
    made = _Sum(words)
    begin = at
    if lower(found, at) in words.half and _times_after(found, at + 1, words):
        made.part, begin = HALF, at + 1 + (lower(found, at + 1) not in words.times)
    elif lower(found, at) in words.articles:
        begin = at + 1
        if lower(found, begin) not in words.after_article:
            return None
    last = begin
    while last < len(found):
        taken = made.take(found, last)
        if not taken:
            break
        last += taken
    if last == begin:
        return None
    value = made.total + (made.part or 0)
    return Value(at, last, value, value)


@dataclass(slots=True)
class _Sum:
    """A number as its words are read one by one: whole thousands in `total`, what is less in `part`.

    What may be added to `part` is less than `room`; thousands are less than `top`, the last that were read; `unit` is
    what `part` was multiplied by.
    """

    words: Words
    total: Fraction = Fraction(0)
    part: Fraction | None = None
    room: Fraction = Fraction(THOUSAND)
    top: int | None = None
    unit: int = 1

    def take(self, found: Sequence[Token], at: int) -> int:
        """Takes in what stands at token `at`; how many tokens that is, none where the number is at its end."""
        token = found[at]
        if token.sort == "figure":
            after = lower(found, at + 1)
            value = decimals(token) if after in self.words.times else token.value
            return int(value is not None and self.part is None and self._add(value, Fraction(1)))
        half = self.words.and_half.at(found, at)
        if half:
            return len(half) * self._and_half()
        if token.lower in self.words.times:
            return int(self._multiply(self.words.times[token.lower], needy=token.lower in self.words.needy))
        if token.lower in self.words.values:
            value = self.words.values[token.lower]
            return int(self._add(value, _room(value)))
        return self._joined(found, at)

    def _joined(self, found: Sequence[Token], at: int) -> int:
        """Takes in a word behind a hyphen, "and", "of": "twenty-three", "two hundred and five", "a couple of dozen"."""
        mark, after = found[at].lower, lower(found, at + 1)
        value = self.words.values.get(after)
        tens = mark == "-" and self.room == TEN
        hundreds = mark in self.words.joins and (self.room == HUNDRED or (self.part is None and self.total > 0))
        if value and (tens or hundreds) and value < HUNDRED:
            return 2 * self._add(value, _room(value))
        pair = mark in self.words.of and self.part == 2 and self.top is None and after in self.words.times
        return 2 * (pair and self._multiply(self.words.times[after], needy=False))

    def _add(self, value: Fraction, room: Fraction) -> bool:
        if self.part is None:
            fits = self.top is None or 0 < value < self.top
            self.part, self.room = (value, room) if fits else (None, self.room)
            return fits
        if not 0 < value < self.room or not self.part:
            return False
        self.part, self.room = self.part + value, room
        return True

    def _multiply(self, times: int, *, needy: bool) -> bool:
        if self.part is None and (needy or self.total):
            return False
        if self.part == 0 or (self.top is not None and times >= self.top):
            return False
        part = ONE if self.part is None else self.part
        if part * times > MOST:
            return False
        if times >= THOUSAND:
            self.total, self.part, self.top, self.room = self.total + part * times, None, times, Fraction(THOUSAND)
            self.unit = 1
        else:
            self.part, self.room, self.unit = part * times, Fraction(times if times == HUNDRED else 1), times
        return True

    def _and_half(self) -> bool:
        if self.part is not None:
            self.part, self.room = self.part + HALF * self.unit, ONE
        elif self.top:
            self.total += HALF * self.top
        return self.part is not None or bool(self.top)


def _room(value: Fraction) -> Fraction:
    """Below which a number may be added to `value`: 10 for twenty, 100 for two hundred."""
    if value < 2 * TEN or value.denominator > 1:
        return ONE
    return Fraction(next(power for power in (HUNDRED, TEN, 1) if value % power == 0))
