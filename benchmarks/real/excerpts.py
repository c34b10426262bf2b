"""Cuts excerpts to learn from out of public collections: `python benchmarks/real/excerpts.py SNAPSHOTS --pages DIR`.

The collections are those of `pages.py` and, from round `i` on, those of `story_pages.py`. No page is taken of which
anything is measured (the sets of this folder), nor one that shares a run of RUN words with such a page. Articles are
written to `--pages`, for training, and the excerpts for annotators to `--windows`; neither is kept, neither is part of
the project.

The rule: of each group the pages with the smallest hashes of their address, in the order of these hashes, in rounds up
to ROUNDS pages of a group. Of a page the excerpt of whole sentences, LEAST to MOST characters long, that has most words
of WAR, or, of each third page of a round, the smallest hash: what armies do is rare in ordinary text, and both are
wanted. At the end, of the same pages in the order of their excerpts, a second one, `g`: that with most words of WAR of
those that share no sentence with the first; and a third one in the same way: `j` if the page is of the first two rounds
and it has WARLIKE such words, `n` if it has as many as LATER asks, else `q`.

Two rounds more are of other pages, with most words of WAR and as many as LATER asks: `m`, articles on the war in a
collection of narratives, one excerpt each, and `o`, articles of all collections on wars elsewhere, with a second one
each, `p`, that has as many such words.
"""

import csv
import io
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click
from pages import THEATRE, Page, about, chosen, digest, elsewhere, head, pages, sentences, with_facts, with_places
from story_pages import content, dated_records, dumped, outlet, paragraphs, shown, sources

ROUNDS = {"e": 40, "f": 100, "i": 150}  # by the letter of its excerpts: how many pages of a group there are at its end
FURTHER = "i"  # the round from which on further collections count
OTHERS = ("g", "j", "n", "q", "p")  # the letters of further excerpts
WARLIKE = 6  # words of WAR in a third excerpt
LATER = {"m": 2, "n": 3, "o": 4, "p": 4}
NARRATIVES, NARRATED = "jsluijter02/SEMEVAL2025-task-10", "data/data.csv"
WARS = re.compile(
    r"\b(?:Gaza\w*|Israel\w*|Hamas|Hezbollah|Syria\w*|Sudan\w*|RSF|Houthi\w*|Yemen\w*|Iran\w*|Lebanon|Lebanese|Myanmar|Taliban"
    r"|Afghan\w*|Congo\w*|M23|Armenia\w*|Azerbaijan\w*|Karabakh|Tigray\w*|Ethiopia\w*|Somali\w*|Pakistan\w*|Kashmir\w*"
    r"|Libya\w*|Iraq\w*|Mali|Sahel|jihad\w*)"
)
LEAST, MOST = 750, 1250
RUN = 12
SETS = ("sentences", "pages", "places", "facts", "stories", "stories-dev")
WAR = re.compile(
    r"\b(?:attack|strike|struck|shell|missile|drone|rocket|hit|explosion|blast|kill|wound|injur|dead|death|captur|seiz|liberat"
    r"|retreat|withdr|advance|encircl|surround|prisoner|surrender|evacuat|flee|fled|mine|village|town|troops|soldier|brigade"
    r"|damage|destroy|shot down|hospital|aid|corridor|tortur|execut|loot|occup|front line|control)\w*",
    re.IGNORECASE,
)

Excerpt = tuple[int, int]  # the first sentence and the one behind the last


def measured() -> set[str]:
    """The addresses of all pages of which anything is measured."""
    here = Path(__file__).parent
    lines = [json.loads(line) for name in SETS for line in (here / f"{name}.jsonl").read_text("utf-8").splitlines()]
    lines += [json.loads(path.read_text("utf-8")) for path in here.glob("attribution-*.json")]
    return {one["address"] for line in lines for one in line.get("reports", [line])}


def runs(words: str) -> set[int]:
    """The runs of RUN words of a text, without case and marks, as hashes."""
    found = re.findall(r"\w+", words.casefold())
    return {hash(tuple(found[at : at + RUN])) for at in range(len(found) - RUN + 1)}


def further(root: Path, words: str = "Ukrain|Kyiv") -> Iterator[Page]:
    """The articles in the collections that stories were cut from, the crawled ones those with some of `words`."""
    for group, address, published, lines in (*_dumps(root), *_crawls(root, words)):
        yield Page(group, address, outlet(address), published, tuple(lines))


def narrated(root: Path) -> Iterator[Page]:
    """The English articles on the war of the collection of narratives; their addresses are those of its rows."""
    git = ["git", "-C", str(root / NARRATIVES.replace("/", "+") / "repo"), "show", f"HEAD:{NARRATED}"]
    shown = subprocess.run(git, check=True, capture_output=True, text=True).stdout
    for row in csv.DictReader(io.StringIO(shown)):
        if row["id"].startswith("EN_UA"):
            lines = [line.strip() for line in row["text"].replace("\r", "").split("\n") if line.strip()]
            address = f"https://github.com/{NARRATIVES}/blob/main/{NARRATED}#{row['id'].removesuffix('.txt')}"
            yield Page("narratives", address, "unnamed", None, tuple(lines[1:]))


def _dumps(root: Path) -> Iterator[tuple[str, str, str | None, list[str]]]:
    for repository, commit in sorted({(one.repository, one.commit) for one in sources() if one.line is not None}):
        texts = dumped(root, repository, commit)
        for place, address, _ in dated_records(root, repository, commit):
            yield "dump", address, None, [texts[place]]


def _crawls(root: Path, words: str) -> Iterator[tuple[str, str, str | None, list[str]]]:
    for repository, commit in sorted({(one.repository, one.commit) for one in sources() if one.line is None}):
        asked = ["grep", "-l", "-E", words, commit, "--", "*.md"]
        git = ["git", "-C", str(root / repository.replace("/", "+") / "repo"), *asked]
        for line in subprocess.run(git, check=True, capture_output=True, text=True).stdout.splitlines():
            page = shown(root, repository, commit, line.partition(":")[2]).decode("utf-8", "replace")
            source = re.search(r"^source: \"?(https?://[^\s\"]+)", page, re.MULTILINE)
            if source:
                yield "crawl", source[1], None, paragraphs(content(page))


def free(root: Path) -> dict[str, list[Page]]:
    """The pages to learn from, by round: those with the smallest hashes of each group, then those of other wars."""
    every, more = list(pages(root)), list(about(further(root), THEATRE))
    used = measured()
    used |= {page.address for page in chosen(every)}
    used |= {page.address for page, _ in (*with_places(every), *with_facts(every))}
    known = {run for page in (*every, *more) if page.address in used for run in runs("\n".join(page.paragraphs))}
    groups: Counter[str] = Counter()
    found: dict[str, list[Page]] = {letter: [] for letter in (*ROUNDS, "m", "o")}

    def is_taken(page: Page) -> bool:
        """Whether a page is free and can be cut; then it is free no longer."""
        whole = runs("\n".join(page.paragraphs))
        if page.address in used or whole & known or not any(_able(page)):
            return False
        used.add(page.address)
        known.update(whole)
        return True

    for letter, most in ROUNDS.items():
        among = [*every, *more] if letter >= FURTHER else every
        for page in sorted(among, key=lambda page: digest(page.address)):
            if groups[page.group] < most and is_taken(page):
                found[letter].append(page)
                groups[page.group] += 1
    others = (*about(elsewhere(root), WARS), *about(further(root, "Gaza|Israel|Syria|Sudan|Yemen|Iran|Hamas"), WARS))
    for letter, pool in (("m", narrated(root)), ("o", others)):
        taken = [page for page in pool if is_taken(page)]
        warlike = [page for page in taken if _warlike(page, excerpt(page, warlike=True))[0] >= LATER[letter]]
        found[letter] = sorted(warlike, key=lambda page: digest(page.address))
    return found


def excerpt(page: Page, *, warlike: bool) -> Excerpt:
    """The excerpt of a page. Raises ValueError where no run of its sentences is of the right length."""
    if warlike:
        return max(_able(page), key=lambda one: _warlike(page, one))
    return min(_able(page), key=lambda one: digest(f"{page.address}#{one[0]}"))


def another(page: Page, *taken: Excerpt) -> Excerpt | None:
    """Another excerpt of a page; None where there is none that shares no sentence with those taken."""
    apart = [one for one in _able(page) if all(one[1] <= first or last <= one[0] for first, last in taken)]
    return max(apart, key=lambda one: _warlike(page, one), default=None)


def further_ones(letter: str, page: Page, first: Excerpt) -> Iterator[tuple[str, Excerpt]]:
    """The further excerpts of a page of a round, each with its letter."""
    other = another(page, first) if letter != "m" else None
    if other is None:
        return
    if letter == "o":
        if _warlike(page, other)[0] >= LATER["p"]:
            yield "p", other
        return
    yield "g", other
    third = another(page, first, other)
    if third is not None:
        warlike = _warlike(page, third)[0]
        many = warlike >= WARLIKE and letter < FURTHER
        yield "j" if many else "n" if warlike >= LATER["n"] else "q", third


def _warlike(page: Page, one: Excerpt) -> tuple[int, str]:
    return len(WAR.findall(written(page, one))), digest(f"{page.address}#{one[0]}")


def _able(page: Page) -> Iterator[Excerpt]:
    every = sentences(page.paragraphs)
    for first in range(len(every)):
        size = 0
        for last in range(first, len(every)):
            words = every[last][1]
            if words.strip()[-1:] not in ".!?\"”’)'" or {"{", "}"} & set(words) or len(words.split()) < 3:
                break
            size += len(words) + 1
            if LEAST <= size <= MOST:
                yield first, last + 1
                break


def written(page: Page, place: Excerpt) -> str:
    """The words of an excerpt; empty lines part its paragraphs."""
    text, last = "", None
    for paragraph, words in sentences(page.paragraphs)[slice(*place)]:
        text += ("" if last is None else " " if paragraph == last else "\n\n") + words.strip()
        last = paragraph
    return text


@click.command()
@click.argument("snapshots", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--pages", "folder", type=click.Path(file_okay=False, path_type=Path), required=True)
@click.option("--windows", "marks", type=click.Path(file_okay=False, path_type=Path))
def main(snapshots: Path, folder: Path, marks: Path | None) -> None:
    """Writes the articles and, if asked, the excerpts to be labelled."""
    for out in filter(None, (folder, marks)):
        out.mkdir(parents=True, exist_ok=True)
    others: dict[str, list[tuple[Page, Excerpt]]] = {letter: [] for letter in OTHERS}
    for letter, taken in free(snapshots).items():
        for number, page in enumerate(taken, 1):
            name, place = f"{letter}{number:03}", excerpt(page, warlike=letter in LATER or number % 3 != 0)
            (folder / f"{name}.txt").write_text(f"{head(page)}\n" + "\n".join(page.paragraphs) + "\n", "utf-8")
            if marks is not None:
                _write(marks, name, page, place)
            for sort, other in further_ones(letter, page, place):
                others[sort].append((page, other))
        click.echo(f"{letter}: {len(taken)} excerpts")
    for letter, rest in others.items():
        for number, (page, place) in enumerate(rest, 1):
            if marks is not None:
                _write(marks, f"{letter}{number:03}", page, place)
        click.echo(f"{letter}: {len(rest)} excerpts")


def _write(marks: Path, name: str, page: Page, place: Excerpt) -> None:
    known = head(page, {"id": name, "style": "newspaper", "by": "annotator"})
    (marks / f"{name}.marks").write_text(f"{known}\n{written(page, place)}\n===\n", "utf-8")


if __name__ == "__main__":
    main()
