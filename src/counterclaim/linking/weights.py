"""Tables of what speaks for two tellings' being of one claim, learned from labelled stories (`training/linking`)."""

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LANGUAGE = "en"
SUREST = 0.999
ALWAYS = "always"  # the sign of any two tellings


@cache
def weights(name: str) -> Mapping[str, float]:
    """The weights (log odds) of a table by sign."""
    text = files("counterclaim.lang").joinpath(LANGUAGE, f"{name}.tsv").read_text("utf-8")
    lines = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {sign: float(weight) for sign, weight in lines}


def log_odds(likely: float) -> float:
    """What a likelihood is in the unit of the weights; nothing is surer than SUREST."""
    bounded = min(max(likely, 1 - SUREST), SUREST)
    return math.log(bounded / (1 - bounded))
