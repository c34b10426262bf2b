"""A labelled report in the terminal: its text with the layers in colours, then what is said of each telling."""

from collections.abc import Iterator, Mapping

from rich.console import Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from counterclaim.evaluating.labelled import Labelled
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling
from counterclaim.printing import console, plain

STYLES = {
    "content": "bold", "cue": "yellow", "source": "cyan", "place": "green",
    "quantity": "blue", "loaded": "magenta", "not told": "dim",
}  # fmt: skip


def report(one: Labelled) -> None:
    """Prints head, text and legend, the tellings, and the words that are not told."""
    head = ", ".join(filter(None, (one.style, one.report.outlet, one.report.published, f"labelled by {one.by}")))
    legend = Text("  ").join([Text(name, style=style) for name, style in STYLES.items()])
    console().print(Panel(Group(_text(one), Text(), legend), title=plain(one.id), subtitle=plain(head)))
    console().print(_tellings(one))
    console().print(_remarks(one))


def _text(one: Labelled) -> Text:
    text = plain(one.report.text)
    for name, span in _spans(one):
        text.stylize(STYLES[name], span.start, span.end)
    return text


def _spans(one: Labelled) -> Iterator[tuple[str, Span]]:
    yield from (("not told", remark.span) for remark in one.remarks["not_told"])
    for telling in one.tellings.values():
        yield from (("content", part) for part in telling.pieces)
        yield from (("cue", span) for span in (telling.cue,) if span)
        yield from (("source", source.span) for source in telling.chain.sources if source.span)
        yield from (("quantity", count.span) for count in telling.quantities if count.span)
    yield from (("place", mention.place.span) for mention in one.places if mention.place.span)
    yield from (("loaded", remark.span) for remark in one.remarks["loaded"])


def _tellings(one: Labelled) -> Table:
    table = Table("", "who", "says", "what of it", show_lines=True)
    labels = {telling.id: label for label, telling in one.tellings.items()}
    for label, telling in one.tellings.items():
        pieces = [part.text for part in telling.pieces]
        cells = (label, "\n".join(_who(telling)), " … ".join(pieces), "\n".join(_facts(telling, labels)))
        table.add_row(*map(plain, cells))
    return table


def _who(telling: Telling) -> Iterator[str]:
    for source in telling.chain.sources:
        known = [source.name, source.source_class, source.role, source.party]
        yield f"{source.link}: {source.written or 'nobody named'} ({', '.join(str(fact) for fact in known if fact)})"
    if telling.chain.claimant is None:
        yield "the outlet itself"
    if telling.addressee:
        yield f"to: {telling.addressee['written']}"


def _facts(telling: Telling, labels: Mapping[str, str]) -> Iterator[str]:
    yield f"{telling.kind}, {telling.stance}, {telling.quote}" + (", background" if telling.background else "")
    if telling.cue:
        yield f"cue: {telling.cue.text} ({telling.cue_type}), knowledge {telling.knowledge}"
    for name, dated in (("said", telling.said), ("when", telling.when)):
        if dated:
            yield f"{name}: {dated.written} = {dated.when}"
    for place in telling.all_places:
        yield f"place: {place.written} = {place.id or place.state}"
    for count in telling.quantities:
        yield f"{count.metric} {count}: {count.written}"
    for role, slot in telling.slots.items():
        yield f"{role}: {slot.get('written') or slot.get('inferred')}" + (
            f" ({slot['party']})" if slot.get("party") else ""
        )
    if telling.answers:
        yield f"answers {labels[telling.answers]}"
    if telling.notes:
        yield ", ".join(telling.notes)


def _remarks(one: Labelled) -> Table:
    table = Table("layer", "words", "value")
    for mention in one.places:
        shown = mention.place.id or ", ".join(sorted(mention.place.candidates)) or str(mention.place.state)
        table.add_row("place", plain(mention.place.written), plain(f"{mention.type}: {shown}"))
    for layer, remarks in one.remarks.items():
        for remark in remarks:
            table.add_row(layer.replace("_", " "), plain(remark.span.text), plain(remark.value))
    return table
