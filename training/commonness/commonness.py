"""How common words are in reports: `python training/commonness/commonness.py SNAPSHOTS` writes lang/en/commonness.tsv.

SNAPSHOTS is a folder with bare git snapshots, as benchmarks/real/story_pages.py takes them. Counted are the tokens of
linking/words.py in English news reports of May 2025 (two dumps of CodeAKrome/News-Dumpster) of 500 characters or more,
the reports of the real stories left out; among those that name Ukraine three times, and among all. The larger share
counts: what is common in reports of the war tells as little as what is common everywhere. Counts are facts; no words
in their order are kept.
"""

import sys
from collections import Counter
from pathlib import Path

import click

from counterclaim.linking.words import tokens

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "benchmarks" / "real"))
import story_pages  # noqa: E402

OUT = HERE.parents[1] / "src" / "counterclaim" / "lang" / "en" / "commonness.tsv"
REPOSITORY, COMMIT = "CodeAKrome/News-Dumpster", "b8b78953362420d586ac349968e50267402fd6c2"
SHORT, NAMED, LEAST = 500, 3, 2  # characters of a report; times it names Ukraine; reports that have a word
KEPT = 3.0  # reports of a thousand: rarer words are not listed
HEAD = "# token<TAB>reports of a thousand that have it; written by training/commonness/commonness.py\n"


@click.command()
@click.argument("snapshots", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(snapshots: Path) -> None:
    """Counts and writes."""
    used = {source.address for source in story_pages.sources()}
    records = story_pages.dated_records(snapshots, REPOSITORY, COMMIT)
    texts = [text for _, address, text in records if address not in used and len(text) >= SHORT]
    war = [text for text in texts if text.count("Ukrain") >= NAMED]
    found: dict[str, float] = {}
    for group in (texts, war):
        counts = Counter(word for text in group for word in set(tokens(text)))
        for word, count in counts.items():
            if count >= LEAST:
                found[word] = max(found.get(word, 0.0), 1000 * count / len(group))
    rows = sorted((-share, word) for word, share in found.items() if share >= KEPT)
    OUT.write_text(HEAD + "".join(f"{word}\t{-share:.0f}\n" for share, word in rows), "utf-8")
    click.echo(f"{len(texts)} reports, {len(war)} of the war; {len(rows)} words")


if __name__ == "__main__":
    main()
