"""Claims made by hand: those of the labelled stories, and made-up ones of any size."""

import json
from pathlib import Path
from typing import Any

from counterclaim.drawing.trace_svg import trace_svg
from counterclaim.evaluating.story import load
from counterclaim.views.tracing import Trace

ROOT = Path(__file__).parents[1]
STORIES = ROOT / "corpus" / "stories" / "tune"
PICTURE = ROOT / "docs" / "trace.svg"  # `python tests/traces.py` draws it anew
REPORT = {"version": 1, "path": "a.txt", "url": None, "published": None, "language": "en"}


def story(name: str) -> list[Trace]:
    """The labelled claims of a story, as the ledger would give them."""
    folder = STORIES / name
    lines = {}
    for path in sorted(folder.glob("*.json")):
        head = dict(
            line.split(": ", 1)
            for line in path.with_suffix(".txt").read_text().split("---")[1].strip().splitlines()
            if ": " in line
        )
        for line in json.loads(path.read_text())["tellings"]:
            outlet = line["chain"][0]["name"]
            report = {"id": f"r_{path.stem}", "outlet": outlet, "published": head.get("published")}
            lines[f"{path.stem}/{line['label']}"] = {**line, "report": REPORT | report}
    return [_trace(claim, lines) for claim in load(folder / "story.yml").claims]


def _trace(labelled: Any, lines: dict[str, Any]) -> Trace:
    def end(value: Any) -> Any:
        return lines[value]["id"] if isinstance(value, str) else dict(value) if value else value

    first = lines[labelled.tellings[0]]
    claim = {
        "id": f"c_{first['id'][2:]}", "claimant": first["chain"][-1], "kind": labelled.kind, "content": labelled.what,
        "occasion": {"said": first["said"]}, "slots": {"place": first["place"], "quantities": first["quantities"]},
        "tellings": [end(name) for name in labelled.tellings], "origin": end(labelled.origin),
        "parents": {end(name): end(above) for name, above in labelled.parents.items()},
        "unheld": [end(above) for above in (labelled.origin, *labelled.parents.values()) if hasattr(above, "keys")],
        "drift": [{**item, "from": end(item["from"]), "to": end(item["to"])} for item in labelled.drift],
        "joins": [], "by": "labels",
    }  # fmt: skip
    return Trace(claim, {end(name): lines[name] for name in labelled.tellings})


def line(number: int, outlet: str, published: str | None, **more: Any) -> dict[str, Any]:
    """A telling of a made-up report."""
    claimant = {"as": "claimant", "name": "Ilka Marn", "written": "the governor", "class": "named_person"}
    text = "dozens of houses were destroyed in Dorn"
    return {
        "id": f"t_{number:016x}", "kind": "damage",
        "report": REPORT | {"id": f"r_{number:016x}", "outlet": outlet, "published": published},
        "sentence": {"start": 0, "end": len(text), "text": text},
        "content": {"start": 0, "end": len(text), "text": text},
        "chain": [{"as": "outlet", "name": outlet}, claimant | {"party": "vardia", "start": None, "end": None}],
    } | more  # fmt: skip


def drift(above: str, below: str, change: str, was: str | None, is_: str | None) -> dict[str, Any]:
    """A difference, as a claim tells it."""
    return {"from": above, "to": below, "slot": "detail", "change": change, "was": was, "is": is_}


def claim(lines: list[dict[str, Any]], parents: dict[str, Any], **more: Any) -> Trace:
    """A claim told in `lines`, the first of which is its origin."""
    ids = [one["id"] for one in lines]
    value = {
        "id": "c_0123456789abcdef", "claimant": lines[0]["chain"][-1], "kind": "damage",
        "content": lines[0]["content"]["text"], "occasion": {"said": None}, "slots": {}, "tellings": ids,
        "origin": ids[0], "parents": {name: parents.get(name) for name in ids[1:]},
        "unheld": [], "drift": [], "joins": [], "by": "linking/4",
    } | more  # fmt: skip
    return Trace(value, {one["id"]: one for one in lines})


def many(number: int) -> Trace:
    """A claim of so many tellings by outlets with long names, on several days, each differing in something."""
    changes = (
        ("relay_dropped", "TVA", None),
        ("number_raised", "dozens", "nearly a hundred"),
        ("name_altered", "Ilka Marn", "Ilona Marnova-Belgardskaya of the Halm Republic"),
        ("paraphrase_made_quotation", "they had to leave", "“We were left with no choice but to leave everything”"),
    )
    lines, parents, found = [], {}, []
    for at in range(number):
        outlet = f"The {'Very ' * (at % 4)}Independent Vardian Observer and Gazette No {at}"
        published = None if at % 13 == 12 else f"2031-02-{10 + at // 5 * 2:02d}" + ("T08:30:00Z" if at % 2 else "")
        lines.append(line(at, outlet, published))
        if at and at % 7 != 6:
            parents[lines[at]["id"]] = lines[at // 3]["id"] if at % 5 else {"unheld": "Halm News Agency"}
            found += [
                drift(lines[at // 3]["id"], lines[at]["id"], *change) for change in changes[: at % 5 or 1][: at % 5]
            ]
    return claim(lines, parents, drift=found, unheld=[{"unheld": "Halm News Agency"}])


def in_the_docs() -> str:
    """The picture that docs/claims.md shows."""
    trace = story("st-03")[0]
    root = {"name": "Izar Gimarel", "class": "named_person", "actor": "a_gimarel", "party": "teshar"}
    return trace_svg(Trace({**trace.claim, "roots": [root]}, trace.lines))


if __name__ == "__main__":
    PICTURE.write_text(in_the_docs(), encoding="utf-8")
