"""Makes the real stories' file from labels beside texts: `python benchmarks/real/stories.py FOLDER --out FILE`.

FOLDER/S/NN.txt and NN.json (address, title, outlet, published) are the reports of story S, FOLDER/S/labels.json its
labels. The file holds one story a line: reports by address and hash, tellings by offsets; no text beyond the few words
that a drift item compares.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from counterclaim.evaluating.story import Story, faults
from counterclaim.model.report import text_hash

MOST_WORDS = 8  # of a wording in a drift item


def named(telling: str) -> str:
    """`01/b`, from an annotator's `01b`."""
    return f"{telling[:2]}/{telling[2:]}"


def end(value: str | None) -> str | dict[str, str] | None:
    """A telling, `{unheld: NAME}`, or nothing."""
    if not value:
        return None
    return {"unheld": value.partition(":")[2].strip()} if value.startswith("unheld") else named(value)


def claim(value: dict[str, Any]) -> dict[str, Any]:
    """A claim as stories write it; drift from a wording that nobody holds is left out."""
    drift = [item | {"from": end(item["from"]), "to": named(item["to"])} for item in value.get("drift") or ()]
    return value | {
        "kind": value.get("kind"),
        "tellings": [named(one) for one in value["tellings"]],
        "origin": end(value["origin"]),
        "parents": {named(child): end(parent) for child, parent in (value.get("parents") or {}).items()},
        "drift": [item for item in drift if isinstance(item["from"], str)],
    }


def reports(folder: Path, names: list[str]) -> Iterator[dict[str, Any]]:
    """Each report of a story by its address, and its text by hash and length."""
    for name in names:
        head = json.loads((folder / f"{name}.json").read_text("utf-8"))
        text = (folder / f"{name}.txt").read_bytes().decode()
        kept = {key: head.get(key) for key in ("address", "title", "outlet", "published")}
        yield {"name": name} | kept | {"sha256": text_hash(text), "chars": len(text)}


def story(folder: Path) -> dict[str, Any]:
    """One line of the file."""
    value = json.loads((folder / "labels.json").read_text("utf-8"))
    tellings = [one | {"id": named(one["id"])} for one in value["tellings"]]
    return {
        "id": f"real-{int(value['story']):02}",
        "title": value["event"],
        "by": value.get("by", "annotator-1"),
        "reports": list(reports(folder, value["reports"])),
        "tellings": tellings,
        "claims": [claim(one) for one in value["claims"]],
        "positions": value["positions"],
    }


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
def main(folder: Path, out: Path) -> None:
    """Converts every story that has labels; what is wrong is named."""
    lines = [story(path.parent) for path in sorted(folder.glob("*/labels.json"))]
    for line in lines:
        for fault in faults(Story.from_json(line), [telling["id"] for telling in line["tellings"]]):
            click.echo(fault)
        for item in (item for one in line["claims"] for item in one["drift"]):
            if max(len(str(item[side]).split()) for side in ("was", "is")) > MOST_WORDS:
                click.echo(f"{line['id']}: a drift holds more than {MOST_WORDS} words: {item}")
    out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")


if __name__ == "__main__":
    main()
