"""Makes the rows of the real set: `python benchmarks/real/rows.py MARKS --gazetteer FILE --out FILE`.

Every window is a marked report whose labelled sentence stands in `{z:…}`. Places are labelled with their official name
and where they lie; their codes are looked up in a table of the official register of Ukraine (columns katottg, name_en,
admin1, admin2, hromada, cat). Windows hold text and are no part of the project; the rows hold none.
"""

import csv
import gzip
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from counterclaim.errors import CounterclaimError
from counterclaim.evaluating.from_marks import Marked, labelled, taken_apart
from counterclaim.evaluating.realset import row
from counterclaim.evaluating.validation import faults

Codes = Mapping[str, list[tuple[str, str, str]]]  # folded name → code, where it lies in Latin letters, category


ROMANISED = (
    "а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh "
    "ц ts ч ch ш sh щ shch ь  ю iu я ia"
)  # Ukraine's national system of 2010, word-initial letters apart
LATIN = str.maketrans(dict(zip(ROMANISED.split(" ")[::2], ROMANISED.split(" ")[1::2], strict=True)))


def folded(name: str) -> str:
    """A name without case, apostrophes and what is in brackets."""
    return name.partition("(")[0].casefold().replace("’", "").replace("'", "").strip()


def codes(path: Path) -> Codes:
    """The register by official Latin name."""
    found = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in csv.DictReader(stream, delimiter="\t"):
            where = " ".join((line["admin1"], line["admin2"], line["hromada"]))
            found[folded(line["name_en"])].append((line["katottg"], where.casefold().translate(LATIN), line["cat"]))
    return found


def grounded(marked: Marked, register: Codes) -> tuple[Marked, list[str]]:
    """The same with the codes of its settlements, and the names that led to none or to several."""
    facts, doubts = dict(marked.facts), []
    for name, fact in marked.facts.items():
        if name[0] != "p" or not isinstance(fact, dict) or not {"name", "ambiguous"} & set(fact):
            continue
        if fact["type"] not in ("settlement", "reference"):
            facts[name] = {key: fact[key] for key in ("type", "part") if key in fact}
            continue
        wanted = fact.get("ambiguous") or [f"{fact['name']}/{fact.get('within', '')}"]
        ids = [code for one in wanted for code in candidates(one, register)]
        kept: dict[str, Any] = {"type": fact["type"]}
        if len(ids) == 1:
            kept |= {"id": ids[0], "name": fact.get("name")}
        elif ids and "ambiguous" in fact:
            kept |= {"ids": ids}
        else:
            doubts.append(f"{marked.head['id']} {name}: {fact} leads to {len(ids)} places")
        facts[name] = kept
    return replace(marked, facts=facts), doubts


def candidates(written: str, register: Codes) -> list[str]:
    """The codes that a label `name/raion/oblast` leads to; a city goes before villages of its name."""
    name, *within = written.split("/")
    words = [folded(word).split()[0] for word in within if word.strip()]
    found = register.get(folded(name), [])
    fitting = [(code, kind) for code, where, kind in found if all(word[:4] in where for word in words)]
    cities = [code for code, kind in fitting if "city" in kind]
    return cities if len(cities) == 1 else [code for code, _ in fitting]


@click.command()
@click.argument("marks", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--gazetteer", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
def main(marks: Path, gazetteer: Path, out: Path) -> None:
    """Converts all windows; each fault is named, and its window left out."""
    register = codes(gazetteer)
    lines = []
    for path in sorted(marks.glob("*.marks")):
        try:
            marked, doubts = grounded(taken_apart(path.read_text("utf-8")), register)
            one = labelled(marked)
            found = [
                fault for fault in faults(one, None) if "nothing is told" not in fault and "`published`" not in fault
            ]
            for fault in (*doubts, *found):
                click.echo(fault)
            lines.append(row(one, marked.spans["z"][0]).as_json())
        except (CounterclaimError, KeyError, ValueError, TypeError) as error:
            click.echo(f"{path.name}: {error!r}")
    out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    click.echo(f"{len(lines)} rows")


if __name__ == "__main__":
    main()
