"""A score: how much of what was to be found was found, with the interval that chance alone would give it."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

DRAWS = 1_000  # resamples; more moves the bounds by less than .005 here
SEED = 20_310_304
TAIL = 0.025  # on either side: 95 % intervals
FEWEST = 5  # reports under which resampling them says nothing
Z_SQUARED = 3.84  # of the normal distribution at TAIL


@dataclass(frozen=True, slots=True)
class Score:
    """`hit` of `found` and of `gold`; where every item has one answer, found equals gold and F1 is the accuracy."""

    hit: float = 0
    found: float = 0
    gold: float = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.hit + other.hit, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; None where nothing was found."""
        return self.hit / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of what was to be found that was; None where there was nothing."""
        return self.hit / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Their harmonic mean; None where there was nothing to find."""
        return 2 * self.hit / (self.found + self.gold) if self.gold else None


@dataclass(frozen=True, slots=True)
class Twofold(Score):
    """A score whose hits are counted apart: `hit` of `found`, `recalled` of `gold`."""

    recalled: float = 0

    def __add__(self, other: Score) -> "Twofold":
        recalled = other.recalled if isinstance(other, Twofold) else other.hit
        found, gold = self.found + other.found, self.gold + other.gold
        return Twofold(self.hit + other.hit, found, gold, self.recalled + recalled)

    @property
    def recall(self) -> float | None:
        """`recalled` of `gold`; None where there was nothing to be found."""
        return self.recalled / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there was nothing to find."""
        if not self.gold:
            return None
        shares = (self.precision or 0, self.recall or 0)
        return 2 * shares[0] * shares[1] / sum(shares) if any(shares) else 0


Scores = Mapping[str, Score]


@dataclass(frozen=True, slots=True)
class Figure:
    """A score over all reports, and the 95 % interval of its F1; none where fewer than FEWEST reports ask for it."""

    name: str
    score: Score
    low: float | None
    high: float | None

    def as_json(self) -> dict[str, float | str | None]:
        """`{name, precision, recall, f1, low, high, gold, found}`, shares to six places."""
        shares = {key: getattr(self.score, key) for key in ("precision", "recall", "f1")} | {
            "low": self.low, "high": self.high,
        }  # fmt: skip
        rounded = {key: None if share is None else round(share, 6) for key, share in shares.items()}
        counts = {"gold": +self.score.gold, "found": +self.score.found}  # one question alone counts True
        return {"name": self.name, **rounded, **counts}


def right(answer: bool) -> Score:
    """The score of one question: answered right or wrong."""
    return Score(answer, 1, 1)


def summed(named: Iterable[tuple[str, Score]]) -> dict[str, Score]:
    """The scores of one name added up, in the order in which names first come."""
    found: dict[str, Score] = {}
    for name, score in named:
        found[name] = found[name] + score if name in found else score
    return found


def total(scores: Sequence[Scores]) -> dict[str, Score]:
    """The sum of several, by name."""
    return summed(pair for one in scores for pair in one.items())


def figures(by_report: Sequence[Scores]) -> list[Figure]:
    """Every figure of a set of reports, in the order in which names first come.

    Method: percentile bootstrap with reports as units (Efron 1979), since tellings of one report are not independent;
    where all or none are hit, resampling shows no doubt, and the interval is Wilson's (1927) over the labels.
    """
    whole = total(by_report)
    draw = random.Random(SEED)  # noqa: S311 resampling, no secret
    samples: dict[str, list[float]] = {name: [] for name in whole}
    for _ in range(DRAWS if len(by_report) >= FEWEST else 0):
        sample = total(draw.choices(by_report, k=len(by_report)))
        for name, values in samples.items():
            share = sample.get(name, Score()).f1
            if share is not None:
                values.append(share)
    asked = {name: sum(bool(one.get(name, Score()).gold) for one in by_report) for name in whole}
    return [
        Figure(name, score, *(_bounds(score, samples[name]) if asked[name] >= FEWEST else (None, None)))
        for name, score in whole.items()
    ]


def _bounds(score: Score, values: list[float]) -> tuple[float, float]:
    doubt = Z_SQUARED / (score.gold + Z_SQUARED)
    if score.f1 == 1:
        return 1 - doubt, 1
    if not score.hit:
        return 0, doubt
    ordered = sorted(values)
    last = len(ordered) - 1
    return ordered[round(TAIL * last)], ordered[round((1 - TAIL) * last)]
