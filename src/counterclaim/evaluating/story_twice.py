"""A story labelled by two: what the second made of the same tellings, as if it had been linked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from counterclaim.errors import BadValueError
from counterclaim.evaluating import story as stories
from counterclaim.evaluating.files import json_value, lines, named
from counterclaim.evaluating.story import Origin, Story
from counterclaim.evaluating.story_answers import Linked, Roots, unnamed
from counterclaim.model.claim import Change, Claim, Drift, End, Unheld
from counterclaim.model.telling import Telling

REMEDY = "Take the files as they were published."


@dataclass(frozen=True, slots=True)
class LabelledRoot:
    """An independent source as labels name it; nobody in particular has no name."""

    name: str | None
    written: tuple[str, ...] = ()


def of_file(path: Path) -> Iterator[Story]:
    """The stories of a file of lines, without texts. Raises BadValueError, which names the line."""
    for where, line in lines(path):
        try:
            yield stories.sound(json_value(line), REMEDY)
        except BadValueError as error:
            raise named(where, error) from error


def linked(one: Story, other: Story) -> tuple[Linked, Roots]:
    """What `other` makes of the tellings of `one`, and its roots."""
    names = {name: name for claim in other.claims for name in claim.tellings}

    def roots(claims: Sequence[Claim], _: Mapping[str, Telling]) -> Sequence[LabelledRoot]:
        """Those of the position that shares most claims with `claims`, the first of several; none where none does."""
        wanted = {claim.id for claim in claims}
        asked = [position for position in other.positions if wanted & set(position["claims"])]
        best = max(asked, key=lambda position: len(wanted & set(position["claims"])), default=None)
        return [LabelledRoot(None if unnamed(root) else root) for root in best["roots"]] if best else []

    return Linked(one, names, {}, [_claim(claim) for claim in other.claims]), roots


def _claim(labels: stories.Claim) -> Claim:
    """The claim that labels describe; what they do not say is empty."""
    drift = (
        Drift(each["from"], each["to"], each["slot"], Change(each["change"]), each.get("was"), each.get("is"))
        for each in labels.drift
        if isinstance(each["from"], str)
    )
    return Claim(
        id=labels.id,
        claimant=None,
        kind=labels.kind,
        content=labels.what,
        occasion={},
        slots={},
        tellings=labels.tellings,
        origin=_end(labels.origin) or labels.tellings[0],
        parents={name: _end(parent) for name, parent in labels.parents.items() if name != labels.origin},
        unheld=(),
        drift=tuple(drift),
        joins=(),
        by="labels",
    )


def _end(value: Origin | None) -> End | None:
    return Unheld(value["unheld"]) if isinstance(value, Mapping) else value
