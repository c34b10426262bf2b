"""Are both parties read alike? `python benchmarks/mirror.py`: sixty sentences, each read with the parties exchanged.

Of each theatre of the package: the share of pairs that give the same number of tellings, of the same kinds, with the
mirrored claimants; and how often each kind was given with either party in the place of {a}.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from counterclaim.api import read
from counterclaim.model.telling import Telling
from counterclaim.theatres.theatre import load, names

TEMPLATES = Path(__file__).with_name("mirror.txt")

Names = tuple[str, str]  # of a party: its name, its adjective


def templates() -> list[str]:
    """The sentences."""
    lines = TEMPLATES.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def parties(theatre: str) -> tuple[Names, Names]:
    """The two parties of a theatre that oppose one another."""
    one, other = load(theatre).parties[:2]
    return (one.short[0], one.demonym[0]), (other.short[0], other.demonym[0])


def told(template: str, one: Names, other: Names, theatre: str) -> list[Telling]:
    """What is read in a sentence with one party for {a} and the other for {b}."""
    text = f"[MADE UP] A test.\n\n{template.format(a=one[0], A=one[1], b=other[0], B=other[1])}"
    return list(read(text, theatre=theatre))


def shape(tellings: Sequence[Telling], one: Names, other: Names) -> list[tuple[str | None, str]]:
    """Kind and claimant of each telling, the parties called a and b."""
    swap = {one[0]: "{a}", one[1]: "{A}", other[0]: "{b}", other[1]: "{B}"}
    found = []
    for telling in tellings:
        claimant = telling.chain.claimant
        words = (claimant.written or "") if claimant else "the outlet"
        for name, sign in sorted(swap.items(), key=lambda pair: -len(pair[0])):
            words = words.replace(name, sign)
        found.append((telling.kind, words))
    return found


def mirrored(theatre: str) -> Iterator[tuple[str, list[tuple[str | None, str]], list[tuple[str | None, str]]]]:
    """Each sentence with what is read of it either way round."""
    one, other = parties(theatre)
    for template in templates():
        yield (
            template,
            shape(told(template, one, other, theatre), one, other),
            shape(told(template, other, one, theatre), other, one),
        )


@click.command()
@click.option("--show", is_flag=True, help="The sentences that are read differently.")
def main(show: bool) -> None:
    """Measures and prints a table."""
    table = Table("theatre", "pairs alike", "of", "kinds with the first / the second party for {a}")
    for theatre in names():
        pairs = list(mirrored(theatre))
        alike = sum(ours == theirs for _, ours, theirs in pairs)
        readings = [[ours for _, ours, _ in pairs], [theirs for _, _, theirs in pairs]]
        counts = [Counter(kind for found in side for kind, _ in found) for side in readings]
        apart = ", ".join(
            f"{kind} {counts[0][kind]}/{counts[1][kind]}"
            for kind in sorted({*counts[0], *counts[1]}, key=str)
            if counts[0][kind] != counts[1][kind]
        )
        table.add_row(theatre, str(alike), str(len(pairs)), apart or "all alike")
        if show:
            for template, ours, theirs in pairs:
                if ours != theirs:
                    Console().print(template, ours, theirs, sep="\n  ", markup=False)
    Console().print(table)


if __name__ == "__main__":
    main()
