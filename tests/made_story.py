"""A made-up story: labels of six tellings, and the claims that say the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.evaluating.story import Story
from counterclaim.model.claim import Change, Claim, Drift, End, Unheld
from counterclaim.model.telling import Telling

WIRE = {"unheld": "Halm News Agency"}
LABELS = {
    "id": "st-00",
    "title": "who holds Dorn",
    "claims": [
        {
            "id": "C1", "what": "Dorn was taken", "claimant": "Teshar", "kind": "control_changed",
            "tellings": ["a/t1", "b/t1", "c/t1"], "origin": "a/t1", "parents": {"b/t1": "a/t1", "c/t1": None},
            "drift": [
                {
                    "from": "a/t1", "to": "b/t1", "slot": "quantity", "change": "number_raised",
                    "was": "Dozens of men", "is": "nearly 1,000 men",
                },
                {
                    "from": "a/t1", "to": "c/t1", "slot": "claimant", "change": "attribution_dropped",
                    "was": "the ministry", "is": None,
                },
            ],
        },
        {
            "id": "C2", "what": "Dorn is held", "claimant": "Vardia", "kind": "control_held",
            "tellings": ["a/t2", "b/t2"], "origin": WIRE, "parents": {"a/t2": WIRE, "b/t2": WIRE}, "drift": [],
        },
        {
            "id": "C3", "what": "it rained", "claimant": None, "kind": "other",
            "tellings": ["c/t2"], "origin": "c/t2", "parents": {"c/t2": None}, "drift": [],
        },
    ],
    "positions": [
        {"question": "who?", "answer": "teshar", "claims": ["C1", "C3"], "roots": ["Ministry of Teshar", "unnamed"]},
        {"question": "who?", "answer": "vardia", "claims": ["C2"], "roots": ["Ilse Marn"]},
    ],
}  # fmt: skip
STORY = Story.from_json(LABELS)
FOUND = {name: f"t_{name}" for name in ("a/t1", "b/t1", "c/t1", "a/t2", "b/t2", "c/t2")}
ROOTS = {"t_a/t1": "Tesharish Ministry", "t_c/t2": None, "t_a/t2": "Governor Ilse Marn"}  # by first telling


@dataclass(frozen=True)
class Source:
    name: str | None
    written: tuple[str, ...] = ()


def roots(claims: Sequence[Claim], tellings: Mapping[str, Telling]) -> list[Source]:
    return [Source(ROOTS[one]) for one in dict.fromkeys(claim.tellings[0] for claim in claims) if one in ROOTS]


def claim(tellings: str, origin: End, parents: dict[str, End | None], *drift: Drift) -> Claim:
    ids = tuple(f"t_{one}" for one in tellings.split())
    edges = {f"t_{child}": parent for child, parent in parents.items()}
    return Claim("c_" + ids[0], None, None, "", {}, {}, ids, origin, edges, (), drift, (), "test")


RAISED = Drift("t_a/t1", "t_b/t1", "quantity", Change.NUMBER_RAISED, "dozens", "1000")
DROPPED = Drift("t_a/t1", "t_c/t1", "claimant", Change.ATTRIBUTION_DROPPED, "The Ministry of Defence", None)
AGENCY = Unheld("the Halm News agency")
ONE = claim("a/t1 b/t1 c/t1", "t_a/t1", {"b/t1": "t_a/t1", "c/t1": None}, RAISED, DROPPED)
TWO = claim("a/t2 b/t2", AGENCY, {"a/t2": AGENCY, "b/t2": AGENCY})
THREE = claim("c/t2", "t_c/t2", {})
