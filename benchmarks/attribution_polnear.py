"""How well a reader finds attributions, on PolNeAR's development articles.

    python benchmarks/attribution_polnear.py --data DIR

DIR holds `polnear-dev.jsonl.gz` and `score_attribution.py`; neither is part of this project. The two conventions that
differ are translated: PolNeAR's content takes in the subordinator "that", its cue the auxiliaries and adverbs between
subject and cue; and a quotation that goes on after "X said" is there a further part of the same attribution.
"""

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from counterclaim.model.report import Report
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling, Voice
from counterclaim.reading.readers import reader

SUBORDINATOR = re.compile(r"\bthat\s+\Z", re.IGNORECASE)
HELPERS = re.compile(r"(?<=\s)(?:(?:has|have|had|did|also|later|then|further|\w+ly)\s+)+\Z")
PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
LOOK_BACK = 40  # code points before a span searched for "that" and for auxiliaries


def articles(path: Path) -> list[dict[str, Any]]:
    """The primary records of a PolNeAR file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [record for record in map(json.loads, lines) if record.get("primary", True)]


def report_of(article: dict[str, Any]) -> Report:
    """The article as a report."""
    text, name = article["text"], article["doc_id"]
    paragraphs = tuple(match.span() for match in PARAGRAPH.finditer(text))
    return Report(id=name, text=text, path=name, location=name, language="en", paragraphs=paragraphs)


def widened(text: str, span: Span, before: re.Pattern[str]) -> list[int]:
    """`[start, end)` of the span, with what `before` matches at its left edge."""
    match = before.search(text[max(0, span.start - LOOK_BACK) : span.start])
    return [span.start - len(match.group()) if match else span.start, span.end]


def attribution(telling: Telling, text: str) -> dict[str, list[list[int]]]:
    """The telling in PolNeAR's conventions, as stand-off offsets."""
    claimant = telling.chain.claimant
    source = claimant.span if claimant else None
    parts = telling.pieces
    return {
        "source": [[source.start, source.end]] if source else [],
        "cue": [widened(text, telling.cue, HELPERS)] if telling.cue else [],
        "content": [widened(text, part, SUBORDINATOR) for part in parts],
    }


def merged(found: Iterable[dict[str, list[list[int]]]]) -> list[dict[str, list[list[int]]]]:
    """Tellings that share source and cue become one attribution with several parts."""
    whole: dict[str, dict[str, list[list[int]]]] = {}
    for one in found:
        key = json.dumps([one["source"], one["cue"] or one["content"]])
        if key in whole:
            whole[key]["content"] += one["content"]
        else:
            whole[key] = one
    return list(whole.values())


def predicted(article: dict[str, Any], language: str) -> dict[str, Any]:
    """The article's attributions as the reader sees them; those of nobody are left out."""
    made = reader(language)
    read = made.read(report_of(article)) if made else []
    tellings = [telling for telling in read if telling.voice is Voice.ATTRIBUTED]
    found = merged(attribution(telling, article["text"]) for telling in tellings)
    return {"doc_id": article["doc_id"], "attributions": found}


def main() -> int:
    """Read, write stand-off records to a temporary file, and print the scorer's figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpus and the scorer")
    parser.add_argument("--split", default="dev", help="dev (default) or train")
    parser.add_argument("--limit", type=int, default=None, help="only so many articles")
    parser.add_argument("--by-kind", action="store_true", help="also by direct, indirect, mixed")
    chosen = parser.parse_args()
    gold = articles(chosen.data / f"polnear-{chosen.split}.jsonl.gz")[: chosen.limit]
    begun = time.perf_counter()
    made = [predicted(article, "en") for article in gold]
    seconds = time.perf_counter() - begun
    with tempfile.TemporaryDirectory() as folder:
        for name, records in (("gold", gold), ("made", made)):
            lines = (json.dumps(record, ensure_ascii=False) for record in records)
            Path(folder, name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        scorer = [sys.executable, str(chosen.data / "score_attribution.py"), f"{folder}/gold", f"{folder}/made"]
        done = subprocess.run(scorer + ["--by-kind"] * chosen.by_kind, check=False)
    print(f"{len(gold)} articles in {seconds:.1f} s")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
