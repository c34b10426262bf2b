"""Which counts are one: the same figure, or one of which the other is rounded."""

from counterclaim.kinds.kinds import OTHER
from counterclaim.linking.traits import Traits
from counterclaim.model.quantity import Quantity

ROUND = 0.05  # of the larger number, by which rounding changes it at most
FEWEST = 10  # from which on a number is rounded, or tells anything
LARGE = 100  # from which on a count with a second one tells much
SHARP, SHARPEST = 2, 3  # digits, zeros at the end aside, of a count that with a second one, and that alone, tells much
YEARS = range(1900, 2101)  # numbers that may be read from a date


def counts_in_both(one: Traits, other: Traits) -> list[tuple[Quantity, Quantity]]:
    """The counts that both give, of the same sort of thing: as many, or one of them rounded."""
    pairs = ((mine, theirs) for mine in one.quantities for theirs in other.quantities)
    return [pair for pair in pairs if _is_one(*pair)]


def tell_same_counts(one: Traits, other: Traits) -> bool:
    """Whether both give counts that two do not give by chance: a sharp one and a second, or one to the last digit."""
    pairs = counts_in_both(one, other)
    several = min(len({pair[at].written for pair in pairs}) for at in (0, 1)) > 1
    same = (_figure(mine) for mine, theirs in pairs if _figure(mine) == _figure(theirs))
    return any(_is_sharp(figure, several=several) for figure in same)


def sharp_counts(one: Traits) -> frozenset[int]:
    """The counts by which `tell_same_counts` can be shown."""
    figures = [figure for count in one.quantities if (figure := _figure(count)) >= FEWEST]
    return frozenset(figure for figure in figures if _is_sharp(figure, several=len(figures) > 1))


def _is_sharp(figure: int, *, several: bool) -> bool:
    return figure >= LARGE and _digits(figure) >= (SHARP if several else SHARPEST)


def _is_one(one: Quantity, other: Quantity) -> bool:
    metrics = {one.metric, other.metric} - {None, OTHER}
    few, many = sorted((_figure(one), _figure(other)))
    if few < FEWEST or len(metrics) > 1:
        return False
    return few == many or (many - few <= ROUND * many and _digits(few) != _digits(many))


def _figure(one: Quantity) -> int:
    """The number that its words give, 2,500 of "more than 2,500"; 0 where they give none, or a year."""
    if one.vague and one.low is not None and one.high is not None:
        return (one.low + one.high) // 2
    low = one.low or 0
    figure = low - 1 if one.high is None and low and _digits(low - 1) < _digits(low) else low
    return 0 if figure in YEARS and "," not in one.written else figure


def _digits(number: int) -> int:
    """How many digits it has before the zeros at its end."""
    return len(str(number).rstrip("0"))
