"""Writes the vocabulary of the package: the pieces of the start weights that English news needs.

Of the 30,522 pieces of BERT's uncased vocabulary (Devlin et al. 2019) those stay that are ASCII and among the first
22,000 (it is sorted by frequency) or go on within a word, and a few marks: 21,984, which saves
3.3 MB. A word whose piece is gone is cut into smaller ones.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

FIRST = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")  # in the order of counterclaim.reading.pieces
FREQUENT = 22_000
MARKS = frozenset("£«°»–—‘’‚“”„…€№•")


def kept(pieces: Sequence[str]) -> Iterator[str]:
    """The pieces that stay, in their order."""
    yield from FIRST
    for at, piece in enumerate(pieces):
        special = piece.startswith("[") and len(piece) > 1
        if piece in MARKS or (piece.isascii() and not special and (at < FREQUENT or piece.startswith("##"))):
            yield piece


@click.command()
@click.argument("pieces", type=click.Path(exists=True, path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
def main(pieces: Path, out: Path) -> None:
    """Reads the whole vocabulary PIECES, writes OUT."""
    out.write_text("".join(f"{piece}\n" for piece in kept(pieces.read_text("utf-8").splitlines())), "utf-8")


if __name__ == "__main__":
    main()
