"""A story: several reports about one event, with which of their tellings are one claim and what each retelling changed.

Tellings are named `REPORT/LABEL`. A claim's origin is its earliest telling held, or `{unheld: NAME}`, a relay that is
cited but not held; its other tellings have a parent where evidence shows one.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

from counterclaim.errors import BadValueError
from counterclaim.evaluating.files import named, text, yaml_value
from counterclaim.evaluating.schemas.differences import differences
from counterclaim.kinds.kinds import kinds

CHANGES = (
    *("relay_dropped", "relay_added", "relay_changed", "attribution_dropped", "attribution_added", "hedge_dropped"),
    *("hedge_added", "number_raised", "number_lowered", "name_altered", "place_altered", "date_altered"),
    *(
        "polarity_flipped",
        "framing_changed",
        "paraphrase_made_quotation",
        "order_altered",
        "detail_added",
        "detail_dropped",
    ),
)
SLOTS = (
    *("claimant", "relay", "addressee", "place", "when", "said", "quantity", "polarity", "certainty", "wording"),
    *("quotation", "name", "detail", "order", "affected", "agent", "hedge"),
)
Origin = str | Mapping[str, str]  # a telling, or `{unheld: NAME}`


@dataclass(frozen=True, slots=True)
class Claim:
    """What one claimant put forward on one occasion; `parents` and `drift` as the labels write them."""

    id: str
    what: str
    claimant: str | None
    kind: str | None
    tellings: tuple[str, ...]
    origin: Origin
    parents: Mapping[str, Origin | None]
    drift: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The claims of an event, the positions they take on its questions, and pairs that only look alike."""

    id: str
    title: str
    claims: tuple[Claim, ...]
    positions: tuple[Mapping[str, Any], ...]
    look_alikes: tuple[Mapping[str, Any], ...] = ()

    @classmethod
    def from_json(cls, value: Any) -> "Story":
        """The story that the labels write. Raises BadValueError where a part is missing or of another shape."""
        if found := differences(value, "story"):
            remedy = "corpus/GUIDELINES.md, part 5, says what it holds."
            raise BadValueError(f"It is no story: {'; '.join(found)}.", remedy)
        return cls(
            value["id"],
            value["title"],
            tuple(map(_claim, value["claims"])),
            tuple(value["positions"]),
            tuple(value.get("look_alikes") or ()),
        )


def _claim(value: Mapping[str, Any]) -> Claim:
    tellings, drift = tuple(value["tellings"]), tuple(value.get("drift") or ())
    parents = value.get("parents") or {}
    head = (value["id"], value["what"], value["claimant"], value.get("kind"))
    return Claim(*head, tellings, value["origin"], parents, drift)


def load(path: Path) -> Story:
    """The story in a `story.yml`, every value as it is written. Raises BadValueError, which names the file."""
    try:
        return Story.from_json(yaml_value(text(path)))
    except BadValueError as error:
        raise named(path, error) from error


def sound(value: Any, remedy: str) -> Story:
    """The story of a line with its tellings. Raises BadValueError, with `remedy` where its parts do not fit."""
    one = Story.from_json(value)
    if wrong := faults(one, [telling["id"] for telling in value.get("tellings") or ()]):
        raise BadValueError(f"{'; '.join(wrong)}.", remedy)
    return one


def faults(story: Story, tellings: Collection[str]) -> list[str]:
    """Everything wrong with a story whose reports have `tellings`, none if it is sound."""
    found = [*_membership(story, tellings), *(fault for claim in story.claims for fault in _claim_faults(claim))]
    return [f"{story.id}: {fault}" for fault in (*found, *_references(story))]


def _membership(story: Story, tellings: Collection[str]) -> Iterator[str]:
    """Each telling is of one claim, each claim has an id of its own."""
    times = Counter(claim.id for claim in story.claims)
    yield from (f"{name} is the id of {count} claims" for name, count in times.items() if count > 1)
    of: dict[str, str] = {}
    for claim in story.claims:
        for name in claim.tellings:
            if name not in tellings:
                yield f"{claim.id}: there is no telling {name}"
            if name in of:
                yield f"{name} is of {of[name]} and of {claim.id}"
            of[name] = claim.id
    yield from (f"{name} is of no claim" for name in tellings if name not in of)


def _claim_faults(claim: Claim) -> Iterator[str]:
    if claim.kind is not None and claim.kind not in kinds():
        yield f"{claim.id}: there is no kind {claim.kind}"
    if isinstance(claim.origin, str) and claim.origin not in claim.tellings:
        yield f"{claim.id}: its origin {claim.origin} is none of its tellings"
    for name, parent in claim.parents.items():
        if name not in claim.tellings or (isinstance(parent, str) and parent not in claim.tellings):
            yield f"{claim.id}: the parent of {name} leads out of the claim"
    try:
        TopologicalSorter({name: [up] for name, up in claim.parents.items() if isinstance(up, str)}).prepare()
    except CycleError:
        yield f"{claim.id}: its parents form a ring"
    for item in claim.drift:
        if any(isinstance(end, str) and end not in claim.tellings for end in (item["from"], item["to"])):
            yield f"{claim.id}: a drift leads out of the claim"
        if item["change"] not in CHANGES or item["slot"] not in SLOTS:
            yield f"{claim.id}: there is no drift {item['slot']}, {item['change']}"


def _references(story: Story) -> Iterator[str]:
    """Positions and look-alikes name claims of the story."""
    known = {claim.id for claim in story.claims}
    for position in story.positions:
        claims = [*position["claims"], *(position.get("denied_by") or ())]
        yield from (f"a position names {name}, which is no claim" for name in claims if name not in known)
    for pair in story.look_alikes:
        yield from (f"a look-alike names {name}, which is no claim" for name in pair["claims"] if name not in known)
