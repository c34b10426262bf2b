"""All figures of one set of labelled reports."""

from collections.abc import Iterable, Mapping, Sequence

from counterclaim.evaluating import attribution_scores, mention_scores, telling_scores
from counterclaim.evaluating.alignment import aligned, content
from counterclaim.evaluating.labelled import Labelled
from counterclaim.evaluating.scores import Figure, Scores, figures
from counterclaim.model.mention import Mention
from counterclaim.model.remark import Remark
from counterclaim.model.report import Report
from counterclaim.model.telling import Telling

HEADLINES = (
    *("source, exact", "cue, exact", "content, exact", "whole attribution, lenient", "right source, all"),
    *("right source, direct", "chain right, relayed tellings", "source resolved", "tellings found"),
    *("kind, end to end", "not told, all", "kind, of those found", "polarity, of those found"),
    *("certainty, of those found", "slots place, when, quantity", "slots agent, affected, holder"),
    *("said or when, value and which", "party of claimant, of those found", "relay or addressee, of those found"),
    "quantity: metric, range, who",
)  # the figures that are drawn first and guarded by floors


def headlines_first(name: str) -> tuple[int, str]:
    """The key that sorts figures by name for a person: the headlines, then the others by the alphabet."""
    return (HEADLINES.index(name) if name in HEADLINES else len(HEADLINES), name)


def read_as(
    made: Report,
    tellings: Sequence[Telling],
    remarks: Mapping[str, tuple[Remark, ...]],
    places: Sequence[Mention],
    *,
    name: str,
    by: str | None,
) -> Labelled:
    """What a reader made of a report, in the shape of labels."""
    told = {f"t{at}": telling for at, telling in enumerate(tellings, 1)}
    return Labelled(name, made, told, tuple(places), dict(remarks), by=by)


def scores(gold: Labelled, found: Labelled) -> Scores:
    """Every layer of one report."""
    pairs = aligned(list(gold.tellings.values()), list(found.tellings.values()), content)
    return {
        **attribution_scores.scores(gold, found),
        **attribution_scores.chains(pairs),
        **telling_scores.scores(pairs),
        **mention_scores.scores(gold, found, pairs),
    }


def measured(pairs: Iterable[tuple[Labelled, Labelled]]) -> list[Figure]:
    """The figures of many reports, each with what was found in it."""
    return figures([scores(gold, found) for gold, found in pairs])
