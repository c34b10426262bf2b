"""Made-up reports for tests of linking: read from words, or with every fact of their tellings given."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from counterclaim.linking.linker import link
from counterclaim.model.claim import Claim
from counterclaim.model.place import Place, PlaceState
from counterclaim.model.quantity import Quantity
from counterclaim.model.report import Report, report_id
from counterclaim.model.source import Chain, Link, Source, SourceClass
from counterclaim.model.span import Span
from counterclaim.model.stance import Stance
from counterclaim.model.telling import Quote, Telling, Voice
from counterclaim.model.when import Dated, When
from counterclaim.pipeline import read_report
from vardia import NOTICE

DAY = "2031-03-05"
BY = {"reading": "test/1", "grounding": None}


def made(outlet: str | None, text: str, published: str | None = DAY) -> Report:
    """A made-up report of these words."""
    whole = NOTICE + text
    location = f"/made/up/{outlet}.txt"
    return Report(
        report_id(whole, outlet=outlet, address=None, location=location), whole, f"{outlet}.txt", location,
        outlet=outlet, published=published, language="en", theatre="vardia", raw=whole.encode(),
    )  # fmt: skip


def read(outlet: str | None, text: str, published: str | None = DAY) -> list[Telling]:
    """The tellings that are read from these words."""
    return list(read_report(made(outlet, text, published))[1])


@dataclass(frozen=True)
class Who:
    """A source as a line names it; `name` None where it is not named, `written` where that differs from the name."""

    name: str | None
    actor: str | None = None
    party: str | None = None
    source_class: SourceClass | None = SourceClass.BODY
    written: str | None = None

    @property
    def words(self) -> str:
        """As it is written."""
        return self.written or self.name or "somebody"

    def source(self, link_: Link, span: Span) -> Source:
        """The source, where it stands."""
        return Source(link_, self.name, span, self.source_class, actor=self.actor, party=self.party)


def person(name: str, actor: str | None = None, party: str | None = None) -> Who:
    return Who(name, actor, party, SourceClass.NAMED_PERSON)


def medium(name: str, actor: str | None = None) -> Who:
    return Who(name, actor, None, SourceClass.MEDIA)


def nobody(written: str, source_class: SourceClass) -> Who:
    return Who(None, None, None, source_class, written)


TESHAR = Who("Ministry of Defence of Teshar", "a_ts_defence", "teshar")
VARDIA = Who("Ministry of Defence of Vardia", "a_vd_defence", "vardia")
STAFF = Who("General Staff of Vardia", "a_vd_general_staff", "vardia")
GIMAREL = person("Izar Gimarel", "a_gimarel", "teshar")
MARN = person("Ilse Marn", "a_marn", "vardia")
UTA = medium("Union Telegraph Agency", "a_uta")
OFFICIAL = nobody("a Vardian official", SourceClass.UNNAMED_OFFICIAL)


@dataclass(frozen=True)
class Line:
    """One sentence that tells `content`: of `who`, through `relay`; in the outlet's own voice where there is no `who`.

    `place` and `when` are words of the content, each with what it means; `count` is words, metric and notation.
    """

    content: str
    who: Who | None = None
    relay: Who | None = None
    kind: str | None = "control_changed"
    place: tuple[str, str | None] | None = None
    said: str | None = None
    when: tuple[str, str] | None = None
    counts: Sequence[tuple[str, str, str]] = ()
    stance: str = "affirms/asserted"
    cues: Sequence[str] = ()
    direct: bool = False
    loaded: Sequence[str] = ()
    knowledge: str = "none_stated"
    slots: Mapping[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The sentence."""
        said = f"“{self.content},”" if self.direct else self.content
        if self.who is None:
            return f"{said[0].upper()}{said[1:]}."
        told = f"told {self.relay.words}" if self.relay else "said"
        return f"{said} {self.who.words} {told}." if self.direct else f"{self.who.words} {told} that {said}."


def tell(outlet: str | None, *lines: Line, published: str | None = DAY) -> list[Telling]:
    """The tellings of a report of these lines."""
    report = made(outlet, "\n".join(line.text for line in lines) + "\n", published)
    found, start = [], len(NOTICE)
    for line in lines:
        sentence = Span.of(report.text, start, start + len(line.text))
        found.append(_telling(report, line, sentence))
        start = sentence.end + 1
    return found


def _telling(report: Report, line: Line, sentence: Span) -> Telling:
    def span(words: str, within: Span = sentence) -> Span:
        start = report.text.casefold().index(words.casefold(), within.start, within.end)
        return Span.of(report.text, start, start + len(words))

    content = span(line.content)
    claimant = line.who.source(Link.CLAIMANT, span(line.who.words)) if line.who else None
    relays = (line.relay.source(Link.RELAY, span(line.relay.words)),) if line.relay else ()
    unnamed = line.who is not None and line.who.source_class is SourceClass.UNSTATED
    place = _place(line.place, span(line.place[0], content)) if line.place else None
    when = Dated(line.when[0], When.parse(line.when[1]), "text", span(line.when[0], content)) if line.when else None
    counts = tuple(_count(metric, notation, span(words, content)) for words, metric, notation in line.counts)
    marks = [span(words, content) for words in line.loaded]
    return Telling(
        report, sentence, content, Chain.of(report.outlet, claimant=claimant, relays=relays), BY,
        cue=span(" told" if line.relay else " said") if line.who else None,
        quote=Quote.DIRECT if line.direct else Quote.INDIRECT,
        voice=Voice.OUTLET if claimant is None else Voice.UNNAMED if unnamed else Voice.ATTRIBUTED,
        kind=line.kind,
        knowledge=line.knowledge,
        stance=Stance.parse(line.stance, cues=tuple(span(words) for words in line.cues)),
        said=Dated(line.said, When.parse(line.said), "published") if line.said else None,
        when=when,
        place=place,
        quantities=counts,
        slots=dict(line.slots),
        loaded=tuple({"written": at.text, "use": "adopted", "start": at.start, "end": at.end} for at in marks),
    )  # fmt: skip


def _count(metric: str, notation: str, at: Span) -> Quantity:
    return replace(Quantity.parse(notation, metric=metric, written=at.text), span=at)


def _place(place: tuple[str, str | None], span: Span) -> Place:
    state = PlaceState.RESOLVED if place[1] else PlaceState.UNRESOLVED
    return Place(span.text, span, state, place[1], name=place[0] if place[1] else None)


def together(*reports: Iterable[Telling]) -> list[Claim]:
    """The claims of these reports."""
    return link([telling for report in reports for telling in report])


def grouped(claims: Iterable[Claim], *reports: Sequence[Telling]) -> list[list[str]]:
    """The contents of each claim's tellings, sorted."""
    by_id = {one.id: one.content.text for report in reports for one in report}
    return sorted(sorted(by_id[name] for name in claim.tellings) for claim in claims)


def of(claims: Iterable[Claim], telling: Telling) -> Claim:
    """The claim of a telling."""
    return next(claim for claim in claims if telling.id in claim.tellings)


def copied(tellings: Sequence[Telling], outlet: str, published: str | None = None) -> list[Telling]:
    """The same words and facts, published by another outlet."""
    report = tellings[0].report
    id_ = report_id(report.text, outlet=outlet, address=None, location=outlet)
    made_ = replace(
        report, id=id_, outlet=outlet, url=None, address=None, path=outlet, location=outlet,
        published=published or report.published,
    )  # fmt: skip
    shapes = (one.as_json() for one in tellings)
    heads = [{"as": "outlet", "name": outlet}]
    return [Telling.from_json(one | {"chain": heads + one["chain"][1:]}, made_) for one in shapes]
