"""What people see in the terminal: tables and cards. Reports are hostile input, so nothing of them is interpreted."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import click
from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from counterclaim.ledger.verification import Verification
from counterclaim.masking.names import BLOCK
from counterclaim.model.report import Report
from counterclaim.model.review import Review

PLAIN_STANCE = (None, "affirms", "asserted")
WIDTH_WITHOUT_TERMINAL = 110
CONTROLS = {*range(32), *range(127, 160)} - {ord("\n")}
DIRECTIONS = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
MASKED = "name masked"
REPLACED = dict.fromkeys(CONTROLS | DIRECTIONS, "�")


def console(*, stderr: bool = False) -> Console:
    """A console for data, or for what is said beside it; plain and of a fixed width where there is no terminal."""
    made = Console(stderr=stderr, highlight=False, markup=False, emoji=False, soft_wrap=False)
    return made if made.is_terminal else Console(
        stderr=stderr, highlight=False, markup=False, emoji=False, width=WIDTH_WITHOUT_TERMINAL
    )  # fmt: skip


def say(message: str) -> None:
    """Tells the person something, on stderr."""
    console(stderr=True).print(plain(message), soft_wrap=True)


def plain(text: str | None) -> Text:
    """`text` as words alone: control and direction characters, which could rewrite a terminal, are replaced."""
    return Text((text or "").translate(REPLACED))


def json_lines(values: Iterable[Any]) -> None:
    """One line of JSON for each value, on stdout, in UTF-8 whatever the locale says."""
    for value in values:
        click.echo(json.dumps(value, ensure_ascii=False).encode(errors="backslashreplace"))


def not_masked(languages: Mapping[str, int]) -> None:
    """Says aloud of how many reports, by language, nobody is masked since there are no rules for it."""
    if languages:
        counts = ", ".join(f"{name} {count}" for name, count in sorted(languages.items()))
        say(f"Nobody is masked in reports in these languages, for which there are no rules yet: {counts}")


def tellings(lines: Iterable[dict[str, Any]]) -> None:
    """A table: who, by which words, says what; in which report."""
    table = Table(expand=True, show_lines=True)
    for name, share in (("who", 3), ("cue", 2), ("says", 7), ("in", 3), ("id", None)):
        table.add_column(name, ratio=share, no_wrap=share is None, overflow="fold")
    for line in lines:
        table.add_row(*(plain(cell) for cell in _cells(line)))
    if table.row_count:
        console().print(table)
    say(f"{table.row_count} telling{'' if table.row_count == 1 else 's'}")


def _cells(line: dict[str, Any]) -> Iterator[str | None]:
    report = line["report"]
    relays = [f"via {named(source, line['sentence'])}" for source in line["chain"][1:-1]]
    yield "\n".join((who(line), *_side(line["chain"][-1]), *relays))
    yield line["cue"]["text"] if line["cue"] else None
    yield f"{says(line['content'])}\n[{summed_up(line)}]"
    yield "\n".join(filter(None, (report["outlet"] or report["path"], (report["published"] or "")[:10])))
    yield line["id"]


def _side(source: dict[str, Any]) -> Iterator[str]:
    """For which party somebody speaks, where that is known; third parties stand without."""
    if source.get("party") not in (None, "none"):
        yield f"[{source['party']}]"


def who(line: dict[str, Any]) -> str:
    """The claimant in the words of the report, and who is meant; the outlet itself where it speaks in its own voice."""
    last = line["chain"][-1]
    if last["as"] == "outlet":
        return f"{MASKED if last.get('masked') else last['name'] or 'the outlet'} itself"
    return named(last, line["sentence"])


def named(source: dict[str, Any], sentence: dict[str, Any] | None = None) -> str:
    """A source as it is written, with the name of who is meant where the words do not hold it: "he (Ilka Marn)".

    Of one who is masked the words are taken from the masked `sentence`, where they stand in it.
    """
    if source.get("masked"):
        words = _within(source, sentence) if sentence else ""
        return words if BLOCK in words else f"{words} ({MASKED})".strip() if words else MASKED
    written, name = source.get("written"), source["name"]
    if written and name and name.casefold() not in written.casefold():
        return f"{written} ({name})"
    return written or name or "not named"


def _within(part: dict[str, Any], sentence: dict[str, Any]) -> str:
    """The words of a sentence at the place of `part`; none where it stands elsewhere."""
    start, base = part.get("start"), sentence["start"]
    within = start is not None and base <= start and part["end"] <= sentence["end"]
    return str(sentence["text"][start - base : part["end"] - base]) if within and start is not None else ""


def says(content: dict[str, Any]) -> str:
    """The words of a content; what interrupts them is left out."""
    return " … ".join(part["text"] for part in content.get("parts") or [content])


def places_of(line: Mapping[str, Any]) -> list[Any]:
    """The places that a telling names: one, or the several of a collective predicate."""
    return [place for place in line.get("places") or [line["place"]] if place]


def summed_up(line: dict[str, Any]) -> str:
    """What a telling claims, in a few words: kind, stance where it is not plain, places, day, counts, notes."""
    stance = line["stance"] or {}
    doubt = [label for label in (stance.get("polarity"), stance.get("certainty")) if label not in PLAIN_STANCE]
    places = [place["written"] for place in places_of(line)]
    days = [line["when"]["edtf"] or line["when"]["written"]] if line["when"] else []
    counts = [count["written"] for count in line["quantities"]]
    return " · ".join([_spaced(line["kind"] or "kind not known"), *doubt, *places, *days, *counts, *_notes(line)])


def _spaced(label: str) -> str:
    """A label as a person writes it: "control changed"."""
    return label.replace("_", " ")


def _notes(line: dict[str, Any]) -> list[str]:
    """What the report says of the telling."""
    return [*map(_spaced, line["notes"]), *(["background"] if line["background"] else [])]


def telling(line: dict[str, Any]) -> None:
    """A card: the sentence with its parts marked, the chain, where the words stand."""
    sentence, base = plain(line["sentence"]["text"]), line["sentence"]["start"]
    source = line["chain"][-1]
    parts = ((part, "bold") for part in line["content"].get("parts") or [line["content"]])
    for span, style in (*parts, (line["cue"], "yellow"), (source, "cyan")):
        if span and span.get("start") is not None:
            sentence.stylize(style, max(0, span["start"] - base), max(0, span["end"] - base))
    facts = _facts_grid()
    for name, value in _facts(line):
        facts.add_row(Text(name, style="dim"), plain(value))
    console().print(Panel(Group(sentence, Text(), facts), title=line["id"]))


def _facts_grid() -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    return grid


def _facts(line: dict[str, Any]) -> Iterator[tuple[str, str]]:
    report, content = line["report"], line["content"]
    names = [named(source, line["sentence"]) for source in line["chain"]]
    yield "chain", " → ".join(f"{source['as']}: {name}" for source, name in zip(line["chain"], names, strict=True))
    yield "says", says(content)
    yield "cue", line["cue"]["text"] if line["cue"] else "none"
    if line["addressee"]:
        yield "to", named(line["addressee"], line["sentence"])
    yield "quote", f"{line['quote']}, voice {line['voice']}"
    yield from _claimed(line)
    yield from _remarked(line)
    for name in ("id", "outlet", "published", "url"):
        yield f"report {name}" if name == "id" else name, str(report[name] or "not known")
    places = (("source", line["chain"][-1]), ("cue", line["cue"]), ("content", content))
    found = (f"{name} {span['start']}–{span['end']}" for name, span in places if span and span.get("start") is not None)
    yield "code points", ", ".join(found)
    yield "read by", " ".join(name for name in line["by"].values() if name)


def _claimed(line: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What is claimed: kind, stance with the words that show it, slots, days, counts."""
    yield "kind", _spaced(line["kind"] or "not known")
    stance = line["stance"]
    if stance:
        shown = ", ".join(f"“{cue['text']}”" for cue in stance["cues"])
        yield "stance", f"{stance['polarity']}, {stance['certainty']}" + (f" ({shown})" if shown else "")
    for role, slot in line["slots"].items():
        hidden = named(slot, line["sentence"]) if slot.get("masked") else None
        yield role, hidden or slot.get("written") or str(slot.get("inferred"))
    for place in places_of(line):
        yield "place", place["written"]
    for name in ("when", "said"):
        if line[name]:
            yield name, f"{line[name]['written']} ({line[name]['edtf'] or 'day not known'})"
    for count in line["quantities"]:
        yield _spaced(str(count["metric"])), f"{count['written']} ({_range(count)})"


def _remarked(line: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What it answers, what it rests on, how it is worded."""
    if line["answers"]:
        yield "answers", line["answers"]
    if line["knowledge"] not in (None, "none_stated"):
        yield "knows by", _spaced(line["knowledge"])
    for word in line["loaded"]:
        yield "loaded word", f"{word['written']} ({word['use']})"
    if notes := _notes(line):
        yield "notes", ", ".join(notes)


def _range(count: dict[str, Any]) -> str:
    """A count's bounds: 24 to 99, 5 or more."""
    low, high = count["low"], count["high"]
    if low is None and high is None:
        return "no number"
    about = "about " if count["vague"] else ""
    if low == high:
        return f"{about}{low:,}"
    if high is None:
        return f"{about}{low:,} or more"
    return f"{about}up to {high:,}" if low is None else f"{about}{low:,} to {high:,}"


def reports(found: Iterable[Report]) -> None:
    """A table of reports."""
    table = Table(expand=True)
    for name, share in (
        ("id", None),
        ("version", None),
        ("outlet", 3),
        ("published", None),
        ("language", None),
        ("title", 5),
    ):
        table.add_column(name, ratio=share, no_wrap=share is None, overflow="fold")
    for report in found:
        published = (report.published or "")[:10]
        title = report.title or report.path
        cells = (report.id, str(report.version), report.outlet, published, report.language, title)
        table.add_row(*(plain(cell) for cell in cells))
    console().print(table)


def report_card(report: Report, lines: Iterable[dict[str, Any]]) -> None:
    """A report's head, its text, and the tellings read from it."""
    head = _facts_grid()
    for name in ("outlet", "title", "published", "url", "language", "theatre", "version", "path"):
        head.add_row(Text(name, style="dim"), plain(str(getattr(report, name) or "not known")))
    console().print(Panel(Group(head, Text(), plain(report.text)), title=report.id))
    tellings(lines)


def issues(found: Iterable[dict[str, Any]]) -> None:
    """A table of issues."""
    table = Table("input", "what was wrong", "what to do", "id")
    for issue in found:
        table.add_row(*(plain(issue[name]) for name in ("path", "message", "remedy", "id")))
    console().print(table)


def reviews(found: Iterable[Review]) -> None:
    """A table of people's decisions."""
    table = Table("at", "by", "action", "subject", "reason")
    for review in found:
        table.add_row(*(plain(cell) for cell in (review.at, review.by, review.action, review.subject, review.reason)))
    console().print(table)


def status(values: dict[str, Any]) -> None:
    """What the ledger holds."""
    table = Table(show_header=False)
    for name, value in values.items():
        shown = ", ".join(f"{key} {count}" for key, count in value.items()) if isinstance(value, dict) else str(value)
        table.add_row(name.replace("_", " "), plain(shown or "none"))
    console().print(table)


def verification(found: Verification) -> None:
    """Clean, or each difference on a line."""
    for difference in found.differences:
        console().print(plain(f"{difference.where}: {difference.what}"))
    counts = f"{found.entries} log entries, {found.reports} reports, {found.tellings} tellings"
    gone = f", {found.redacted} payloads removed by redaction" if found.redacted else ""
    state = f"{len(found.differences)} differences" if found.differences else "clean"
    console().print(plain(f"{state}: {counts}{gone}"))
    if found.pending:
        say("A redaction's old bytes may still lie in the file: the next `add` or `review redact` removes them.")
