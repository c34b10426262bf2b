"""A claim as a row of a listing: what it says, in how many reports it is told, how many of these are echoes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from counterclaim.ledger.heard import Teller
from counterclaim.masking.shown import Shown
from counterclaim.model.claim import Evidence
from counterclaim.views import tracing

Json = Mapping[str, Any]
ECHOES = ("copies", "retellings", "beside")
FIRST = "first"  # whom a claim is first heard from, where that is told with it
HEAD = ("id", "claimant", "kind", "content", "stance", "occasion", "slots", "tellings", FIRST)


def rows(shown: Shown, claims: Iterable[Json], *, after: int = 0) -> Iterator[dict[str, Any]]:
    """What a listing says of each claim, as the ledger gives them: its head, how many reports of how many outlets.

    `echoes` counts the reports but the first by how they have it, `since` those of all that came after the entry
    `after`; `drift` is how many differences there are. Names are masked as in the claim itself: by all that tell it.
    """
    held = list(claims)
    heads = shown.outlined({name: claim[name] for name in HEAD if name in claim} for claim in held)
    for claim, head in zip(held, heads, strict=True):
        yield head | _counted(claim, shown.store.tellers(claim["id"]), after)


def of_shown(shown: Shown, claim: Json) -> dict[str, Any]:
    """The same of a claim that is masked already, with its `origin`: outlet and day, or who is cited and not held."""
    head = {name: claim[name] for name in HEAD if name in claim}
    return head | _counted(claim, shown.store.tellers(claim["id"]), 0) | {"origin": _origin(shown, claim["origin"])}


def _origin(shown: Shown, origin: Any) -> dict[str, str]:
    if not isinstance(origin, str):
        return {"unheld": origin["unheld"]}
    line = shown.telling(origin)
    return {"outlet": tracing.outlet(line), "day": tracing.day(line)}


def _counted(claim: Json, tellers: Sequence[Teller], after: int) -> dict[str, Any]:
    found = echoes(claim, tellers)
    entries = {teller.report: teller.entry for teller in tellers}
    late = {report for report, entry in entries.items() if entry > after}
    return {
        "drift": len(claim["drift"]),
        "reports": len(entries),
        "outlets": len({teller.outlet for teller in tellers}),
        "echoes": _tally(found.values()),
        "since": {"reports": len(late)} | _tally(kind for report, kind in found.items() if report in late),
    }


def _tally(kinds: Iterable[str]) -> dict[str, int]:
    counts = Counter(kinds)
    return {kind: counts[kind] for kind in ECHOES}


def echoes(claim: Json, tellers: Sequence[Teller]) -> dict[str, str]:
    """The reports that tell a claim beside the one it is first heard from here, each with how.

    `copies`: a passage is copied between it and another; `retellings`: it is shown to have the claim from another, or
    from a source; `beside`: nothing shows where it has it from.
    """
    report = {teller.telling: teller.report for teller in tellers}
    if not report:
        return {}
    origin = claim["origin"] if isinstance(claim["origin"], str) else tellers[0].telling
    found = dict.fromkeys((one for one in report.values() if one != report.get(origin)), "beside")
    for name, above in claim["parents"].items():
        if above is not None and report.get(name) in found:
            found[report[name]] = "retellings"
    for join in claim["joins"]:
        one, other = report.get(join["one"]), report.get(join["other"])
        if Evidence.PASSAGE in join["evidence"] and one != other:
            found |= {name: "copies" for name in (one, other) if name in found}
    return found
