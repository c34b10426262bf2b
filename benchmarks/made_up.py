"""Made-up reports about the invented country Vardia, as many as a benchmark needs. Seeded: always the same."""

import random
from pathlib import Path

NOTICE = "Made-up report about the invented country Vardia, for measuring only."
SPEAKERS = ("Colonel Ilo Maren", "the governor of Belmar", "a spokeswoman for the Vardian army", "Mayor Tessa Quill")
TOWNS = ("Belmar", "Old Karsk", "Linden Ford", "Upper Sova", "Port Anselm")
SAID = (
    "{speaker} said that the bridge at {town} was open again.",
    "“We have held {town} for {number} days,” {speaker} said. “Nobody has left.”",
    "According to {speaker}, {number} families had returned to {town}.",
    "{speaker} denied that {town} had been taken.",
    "The road between {town} and the coast runs along the river, past {number} empty farms.",
    "Rain fell on {town} for most of the week, and the market stayed closed.",
    "‘They came at night,’ {speaker} told reporters in {town}, ‘and they were gone by morning.’",
)


def reports(count: int, *, seed: int = 1, sentences: int = 30) -> list[str]:
    """`count` texts with front matter, of about 350 words each."""
    return [_report(random.Random(f"{seed}.{number}"), number, sentences) for number in range(count)]


def write(folder: Path, count: int, *, seed: int = 1) -> None:
    """Writes them as files."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(reports(count, seed=seed)):
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")


def _report(draw: random.Random, number: int, sentences: int) -> str:
    head = f"---\noutlet: Outlet {number % 17}\nurl: https://outlet-{number % 17}.example/{number}\n"
    head += f"published: 2031-03-{1 + number % 28:02}\nlanguage: en\n---\n{NOTICE}\n"
    lines = [_sentence(draw) for _ in range(sentences)]
    return head + "\n".join(" ".join(lines[start : start + 3]) for start in range(0, sentences, 3)) + "\n"


def _sentence(draw: random.Random) -> str:
    values = {"speaker": draw.choice(SPEAKERS), "town": draw.choice(TOWNS), "number": draw.randint(2, 90)}
    text = draw.choice(SAID).format(**values)
    return text[0].upper() + text[1:]
