"""Sketches: made-up texts of a sentence or three with the layers of their tellings marked, for training alone.

    {sd12:On Monday} {s12:the governor} {q12:said} {c1:{ag1:a Tesharish drone} had hit {af1:a bakery} in {pl1:Dorn}},
    {c2:killing {n2:{af2:two people}}}.            (one line in the file)
    c1 strike affirms/asserted
    c2 casualties affirms/asserted

A sketch is a line of text and a line for each telling in it: content, kind, polarity and certainty. A mark
`{c1:words}` bears a layer (LAYERS) and the numbers of the tellings it belongs to; the same mark twice is one thing in
two pieces. An empty line parts sketches; a line that begins with `#` is a remark. `python sketches.py FILE…` checks.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from counterclaim.kinds.kinds import kinds
from counterclaim.model.stance import Stance

LAYERS = {
    "c": "content", "s": "claimant", "q": "cue", "r": "relay", "t": "addressee",
    "ag": "agent", "af": "affected", "ho": "holder", "me": "means", "pl": "place", "wh": "when", "sd": "said",
    "n": "quantity", "h": "hedge",
}  # fmt: skip
MARK = re.compile(r"\{([a-z]+)([1-9]+):|\}")
FACT = re.compile(r"c([1-9]) (\w+) (\w+/\w+)( background)?")

Range = tuple[int, int]


@dataclass(slots=True)
class Sketched:
    """One telling of a sketch: `spans` by layer, in code points of the text."""

    kind: str
    stance: Stance
    background: bool
    spans: dict[str, list[Range]] = field(default_factory=dict)


@dataclass(slots=True)
class Sketch:
    """A text without its marks, and its tellings by number."""

    text: str
    tellings: dict[int, Sketched]


def sketches(path: Path) -> Iterator[Sketch]:
    """The sketches of a file. Raises ValueError where one is wrong, saying which and why."""
    for lines in _blocks(path):
        try:
            yield _sketch(lines)
        except ValueError as error:
            raise ValueError(f"{path.name}: {error}\n  in: {lines[0]}") from error


def _blocks(path: Path) -> Iterator[list[str]]:
    """The lines of each sketch, remarks left out."""
    for block in re.split(r"\n\s*\n", path.read_text("utf-8")):
        lines = [line.strip() for line in block.splitlines() if line.strip() and not line.startswith("#")]
        if lines:
            yield lines


def _sketch(lines: list[str]) -> Sketch:
    text, marks = _marks(lines[0])
    tellings: dict[int, Sketched] = {}
    for line in lines[1:]:
        match = FACT.fullmatch(line)
        if match is None:
            raise ValueError(f"{line!r} is not of the form 'c1 strike affirms/asserted'")
        if match[2] not in kinds():
            raise ValueError(f"{match[2]!r} is no kind")
        tellings[int(match[1])] = Sketched(match[2], Stance.parse(match[3]), bool(match[4]))
    for layer, numbers, place in marks:
        for number in numbers:
            if number not in tellings:
                raise ValueError(f"a mark {layer!r} belongs to c{number}, which has no line")
            tellings[number].spans.setdefault(layer, []).append(place)
    for number, telling in tellings.items():
        _check(text, number, telling)
    return Sketch(text, tellings)


def _check(text: str, number: int, telling: Sketched) -> None:
    """Raises ValueError where a telling has no content, or a claimant and nothing that ties the two."""
    if "content" not in telling.spans:
        raise ValueError(f"c{number} has a line and no mark")
    signed = ":" in text or "—" in text or text[telling.spans["content"][0][0]] in "“\"‘'"
    if "claimant" in telling.spans and "cue" not in telling.spans and not signed:
        raise ValueError(f"c{number} has a claimant and no cue")


def _marks(line: str) -> tuple[str, list[tuple[str, list[int], Range]]]:
    """The text without marks, and the marks: layer, tellings, place."""
    text: list[str] = []
    size = at = 0
    opened: list[tuple[str, list[int], int]] = []
    found: list[tuple[str, list[int], Range]] = []
    for match in MARK.finditer(line):
        text.append(line[at : match.start()])
        size += match.start() - at
        at = match.end()
        if match[1] is not None:
            if match[1] not in LAYERS:
                raise ValueError(f"{match[1]!r} is no layer")
            opened.append((LAYERS[match[1]], [int(number) for number in match[2]], size))
        elif opened:
            layer, numbers, start = opened.pop()
            if start == size:
                raise ValueError("an empty mark")
            found.append((layer, numbers, (start, size)))
        else:
            raise ValueError("a mark is closed that was not opened")
    text.append(line[at:])
    whole = "".join(text)
    if opened or "{" in whole:
        raise ValueError("a mark is not closed, or has no number")
    return whole, sorted(found, key=lambda mark: mark[2])


def main(paths: list[str]) -> int:
    """Checks files: prints what is wrong, else counts."""
    count: Counter[str] = Counter()
    total = wrong = 0
    for path in map(Path, paths):
        for lines in _blocks(path):
            try:
                sketch = _sketch(lines)
            except ValueError as error:
                wrong += 1
                print(f"{path.name}: {error}\n  in: {lines[0]}")
                continue
            total += 1
            count.update(telling.kind for telling in sketch.tellings.values())
    print(f"{total} sketches, {wrong} wrong;", ", ".join(f"{name} {number}" for name, number in sorted(count.items())))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
