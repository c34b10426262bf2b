"""Cuts windows from public collections of news by a rule: `python benchmarks/real/pages.py SNAPSHOTS --pages DIR`.

`--choose places` and `--choose facts` take other pages and sentences: those in which places are likely; and those in
which days, counts and people spoken to are.

SNAPSHOTS is a folder with bare git snapshots of the repositories named below, `OWNER+NAME/repo`. Articles are written
to `--pages`, for measuring, and windows for annotators to `--windows`; neither is kept, neither is part of the project.
The rule is RULE.md's, part "Public collections".
"""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import click

csv.field_size_limit(sys.maxsize)

LINGUISTIC = "abdullah-2k3/abdullah-2k3-Comparative-Linguistic-Analysis-of-Mainstream-International-News-Articles"
GDELT = "hellaskella33/ukraine-war-news-sentiment-analysis"
YEAR = "MadawaSamarathunga/Russia-Ukraine-Analysis"
AGENT = "Kjdragan/universal_agent"
CRAWLS = "RLM/corpora/session_20260223_215506_140963c1/tasks/russia_ukraine_war_feb2026/filtered_corpus"
COMMITS = {
    LINGUISTIC: "eb4fb75c61a4a08dc2431b3848852e1343e4736b",
    GDELT: "c95b16372bc0b2093a9e059bf77a3f5f240d6a46",
    YEAR: "fdfff7256120544098e4b9a2fee762bdb1b38eb0",
    AGENT: "1979fd1814db98b32f53aff64e4851a3381ab664",
    "opnweb/tass-scraper": "3bba269c65560305952ea0652e0589d486f2b0dd",
}
PAGES = {  # of each group: how many pages
    "BBC": 8, "CNN": 6, "TRT": 4, "The Guardian": 7, "The New York Times": 4,
    "UA": 8, "GB": 6, "US": 6, "crawl": 9, "TASS": 4,
}  # fmt: skip
EACH = 2  # sentences of a page
SENTENCES, PASSED = 90, 12  # with places; pages of a group that were read while the program was made
PLACES = re.compile(r"\b(?:villages?|towns?|settlements?|city|cities|outskirts|direction|axis)\b")
FACTS = {  # sentences in which days, counts, and whom somebody told are likely
    "days": re.compile(
        r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|overnight|earlier"
        r"|(?:last|this|next|past) (?:night|week|month|year)|(?:days|weeks|months) ago"
        r"|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d+"
        r"|\d+ (?:January|February|March|April|May|June|July|August|September|October|November|December))\b"
    ),
    "counts": re.compile(
        r"\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|several)\b"
        r"[^.!?]*\b(?:killed|wounded|injured|died|dead|captured|missing|trapped|people|civilians|children|soldiers|troops"
        r"|prisoners|drones|missiles|rockets|tanks|vehicles|aircraft|buildings|houses|settlements|villages)\b"
    ),
    "told": re.compile(r"\b(?:told|tells|citing|cited|interview|according to|reported by|quoted|statement to)\b"),
}
EACH_FACT = 40  # sentences for each of them, half of pages whose day is recorded, one a page
THEATRE = re.compile(r"\b(?:Ukrain\w*|Kyiv|Kiev|Donbas\w*|Donetsk|Crimea\w*|Zelensk\w*)")
ENDS = re.compile(r"(?<=[.!?])([\"'”’)]*)\s+(?=[\"'“‘(]?[A-Z0-9])")
ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|St|No|vs|a\.m|p\.m|U\.S|U\.N|U\.K))\.$"
)
LEAST, LONGEST = 6, 70  # words of a sentence that can be chosen


@dataclass(frozen=True, slots=True)
class Page:
    """An article: its group, where it is found, what is known of it, its running text by paragraph."""

    group: str
    address: str
    outlet: str
    published: str | None
    paragraphs: tuple[str, ...]


def shown(root: Path, repository: str, path: str) -> str:
    """A file of a snapshot."""
    folder = root / repository.replace("/", "+") / "repo"
    git = ["git", "-C", str(folder), "show", f"{COMMITS[repository]}:{path}"]
    return subprocess.run(git, check=True, capture_output=True).stdout.decode("utf-8", "replace")


def listed(root: Path, repository: str, under: str) -> list[str]:
    """The files of a snapshot under a folder."""
    folder = root / repository.replace("/", "+") / "repo"
    git = ["git", "-C", str(folder), "ls-tree", "-r", "--name-only", COMMITS[repository], under]
    return subprocess.run(git, check=True, capture_output=True, text=True).stdout.splitlines()


def pages(root: Path) -> Iterator[Page]:
    """All articles of the collections that tell of the war, each address once."""
    return about((*_linguistic(root), *_year(root), *_gdelt(root), *_crawls(root), *_tass(root)), THEATRE)


def about(every: Iterable[Page], names: re.Pattern[str]) -> Iterator[Page]:
    """Those of some length that name often what `names` finds, each address once."""
    seen: set[str] = set()
    for page in every:
        whole = "\n".join(page.paragraphs)
        if page.address not in seen and len(whole) >= 1000 and len(names.findall(whole)) >= 3:
            seen.add(page.address)
            yield page


def elsewhere(root: Path) -> Iterator[Page]:
    """All articles of the collections, whatever they tell of, but for large files that a snapshot lacks."""
    for path in listed(root, LINGUISTIC, "Scrapping/Sources/"):
        rows: list[dict[str, str]] = []
        with suppress(subprocess.CalledProcessError):
            rows = list(csv.DictReader(io.StringIO(shown(root, LINGUISTIC, path)))) if path.endswith(".csv") else []
        group = path.split("/")[2]
        for row in rows if rows and "Article_Content" in rows[0] else ():
            yield Page(group, row["Link"], group, None, _paragraphs(row["Article_Content"] or ""))
    yield from (*_year(root), *_gdelt(root), *_crawls(root), *_tass(root))


def _paragraphs(text: str) -> tuple[str, ...]:
    lines = [" ".join(line.split()) for line in text.replace("\r", "\n").split("\n")]
    return tuple(line for line in lines if line)


def _linguistic(root: Path) -> Iterator[Page]:
    files = {
        "BBC": "Scrapping/Sources/BBC/BBC_articles.csv",
        "CNN": "Scrapping/Sources/CNN/cnn_articles_Ukraine War_cleaned.csv",
        "TRT": "Scrapping/Sources/TRT/trt_articles_Merged_with_content.csv",
    }
    for group, path in files.items():
        for row in csv.DictReader(io.StringIO(shown(root, LINGUISTIC, path))):
            if row.get("Topic") == "Ukraine War":
                yield Page(group, row["Link"], group, None, _paragraphs(row["Article_Content"] or ""))


def _year(root: Path) -> Iterator[Page]:
    for group, path in (
        ("The Guardian", "Guardians_Russia_Ukraine.csv"),
        ("The New York Times", "NYT_Russia_Ukraine.csv"),
    ):
        for number, row in enumerate(csv.DictReader(io.StringIO(shown(root, YEAR, path))), 1):
            address = f"https://github.com/{YEAR}/blob/{COMMITS[YEAR]}/{path}#{number}"
            yield Page(group, address, group, None, _paragraphs(row["articles"] or ""))


def _gdelt(root: Path) -> Iterator[Page]:
    for path in listed(root, GDELT, "data/articles/"):
        match = re.search(r"/(\d{4})(\d\d)(\d\d)T\d+Z_(GB|US|UA)_en_", path)
        if match:
            address = f"https://github.com/{GDELT}/blob/{COMMITS[GDELT]}/{path}"
            yield Page(
                match[4],
                address,
                f"outlet of {match[4]}",
                "-".join(match.groups()[:3]),
                _paragraphs(shown(root, GDELT, path)),
            )


def _crawls(root: Path) -> Iterator[Page]:
    for path in listed(root, AGENT, CRAWLS):
        _, head, body = shown(root, AGENT, path).split("---", 2) if path.endswith(".md") else ("", "", "")
        source = re.search(r"^source: \"?([^\s\"]+)", head, re.MULTILINE)
        if source:
            lines = [line for line in _paragraphs(body) if len(line) > 60 and line[0] not in "#*|![-"]
            outlet = re.sub(r"^www\.", "", source[1].split("/")[2])
            yield Page(
                "crawl",
                source[1],
                outlet,
                None,
                tuple(re.sub(r"\[([^\]]*)\]\([^)]*\)|[*_]{2}", r"\1", line) for line in lines),
            )


def _tass(root: Path) -> Iterator[Page]:
    for item in json.loads(shown(root, "opnweb/tass-scraper", "tass output examples/politics_20.json")):
        yield Page("TASS", item["link"], "TASS", "2024-12-26", tuple(" ".join(one.split()) for one in item["content"]))


def chosen(found: list[Page]) -> list[Page]:
    """Of each group the pages with the smallest hashes of their address."""
    taken = []
    for group, number in PAGES.items():
        of_group = sorted((page for page in found if page.group == group), key=lambda page: digest(page.address))
        taken += of_group[:number]
    return taken


def digest(words: str) -> str:
    """The hash that decides."""
    return sha256(words.encode()).hexdigest()


def sentences(paragraphs: tuple[str, ...]) -> list[tuple[int, str]]:
    """The sentences, each with the number of its paragraph."""
    found = []
    for number, paragraph in enumerate(paragraphs):
        start = 0
        for match in ENDS.finditer(paragraph):
            if not ABBREVIATED.search(paragraph[start : match.start()]):
                found.append((number, paragraph[start : match.end(1)]))
                start = match.end()
        found.append((number, paragraph[start:]))
    return found


def able(every: list[tuple[int, str]]) -> list[int]:
    """The numbers of the sentences that can be chosen."""
    return [
        at
        for at, (_, words) in enumerate(every)
        if LEAST <= len(words.split()) <= LONGEST and words[-1] in ".!?\"”’)'" and not {"{", "}"} & set(words)
    ]


def chosen_sentences(page: Page) -> list[int]:
    """Of a page those with the smallest hashes."""
    found = sorted(able(sentences(page.paragraphs)), key=lambda at: digest(f"{page.address}#{at + 1}"))
    return sorted(found[:EACH])


def with_places(found: list[Page]) -> list[tuple[Page, int]]:
    """Sentences with a word for a settlement, one a page; neither of chosen pages nor of the next PASSED of a group.

    Those next ones were read while the program was made.
    """
    return _first_of_pages(_rest(found), PLACES)[:SENTENCES]


def with_facts(found: list[Page]) -> list[tuple[Page, int]]:
    """Sentences with a word of FACTS, one a page, of the pages that `with_places` may take but those that it took."""
    passed = {page.address for page, _ in with_places(found)}
    taken: list[tuple[Page, int]] = []
    for name, pattern in FACTS.items():
        for dated in (True, False):
            rest = [page for page in _rest(found) if page.address not in passed and bool(page.published) is dated]
            taken += _first_of_pages(rest, pattern, name)[: EACH_FACT // 2]
            passed |= {page.address for page, _ in taken}
    return taken


def _rest(found: list[Page]) -> list[Page]:
    """The pages that are neither chosen nor the next PASSED of a group."""
    taken = chosen(found)
    rest = []
    for group in dict.fromkeys(page.group for page in found):
        others = sorted((one for one in found if one.group == group), key=lambda one: digest(one.address))
        rest += [page for page in others if page not in taken][PASSED:]
    return rest


def _first_of_pages(among: list[Page], pattern: re.Pattern[str], salt: str = "") -> list[tuple[Page, int]]:
    """Of each page the sentence that holds `pattern` and has the smallest hash; by hash."""
    every = []
    for page in among:
        whole = sentences(page.paragraphs)
        naming = [at for at in able(whole) if pattern.search(whole[at][1])]
        every += [(digest(f"{salt}{page.address}#{at + 1}"), page, at) for at in naming]
    first: dict[str, tuple[Page, int]] = {}
    for _, page, at in sorted(every, key=lambda one: one[0]):
        first.setdefault(page.address, (page, at))
    return list(first.values())


CHOICES: dict[str, tuple[str, Callable[[list[Page]], list[tuple[Page, int]]]]] = {
    "pages": ("g", lambda found: [(page, at) for page in chosen(found) for at in chosen_sentences(page)]),
    "places": ("h", with_places),
    "facts": ("k", with_facts),
}  # what is chosen: the letter of its windows, and how


def window(page: Page, at: int) -> str:
    """A sentence in `{z:…}` with up to two before it and one after it."""
    every = sentences(page.paragraphs)
    text, last = "", None
    for number in range(max(0, at - 2), min(len(every), at + 2)):
        paragraph, words = every[number]
        apart = "" if last is None else " " if paragraph == last else "\n"
        text += apart + (f"{{z:{words}}}" if number == at else words.replace("{", "(").replace("}", ")"))
        last = paragraph
    return text


def written(page: Page, at: int, id_: str) -> str:
    """A window as a marked report without marks."""
    more = {"id": f"{id_}-{at + 1}", "style": "newspaper", "by": "blind"}
    return f"{head(page, more)}\n{window(page, at)}\n===\n"


def head(page: Page, more: Mapping[str, str] | None = None) -> str:
    """What is known of a page, as a report's head has it."""
    known = {"outlet": page.outlet, "published": page.published, "url": page.address}
    whole = {**(more or {}), "theatre": "ukraine", "language": "en", **known}
    return "\n".join(["---", *(f"{key}: {value}" for key, value in whole.items() if value), "---"])


@click.command()
@click.argument("snapshots", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--pages", "folder", type=click.Path(file_okay=False, path_type=Path), required=True)
@click.option("--windows", "marks", type=click.Path(file_okay=False, path_type=Path))
@click.option("--choose", type=click.Choice(list(CHOICES)), default="pages", show_default=True, help="Which sentences.")
def main(snapshots: Path, folder: Path, marks: Path | None, choose: str) -> None:
    """Writes the chosen articles and, if asked, the windows to be labelled."""
    every = list(pages(snapshots))
    letter, choice = CHOICES[choose]
    taken = choice(every)
    numbers = {page.address: f"{number:03}" for number, page in enumerate(dict.fromkeys(page for page, _ in taken), 1)}
    for out in filter(None, (folder, marks)):
        out.mkdir(parents=True, exist_ok=True)
    for page, at in taken:
        number = numbers[page.address]
        (folder / f"{number}.txt").write_text(f"{head(page)}\n" + "\n".join(page.paragraphs) + "\n", "utf-8")
        if marks is not None:
            id_ = f"{letter}{number}"
            (marks / f"{id_}-{at + 1}.marks").write_text(written(page, at, id_), "utf-8")
    click.echo(f"{len(numbers)} pages, {len(taken)} windows")


if __name__ == "__main__":
    main()
