"""A made-up war told by made-up outlets: reports with their tellings, and which claim each telling tells.

No reader is involved: the tellings are built as one would give them. Every day has stories; in a story one or two
sources put a few claims forward, and one to six outlets tell them, each some of them: in the same words, in others, as
a quotation, with whom they have it from or without, in their own voice, with another number. Headquarters give
bulletins that say the same sort of thing every day. As many tellings a day however long the war lasts.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count

from counterclaim.model.place import Place, PlaceState
from counterclaim.model.quantity import Quantity
from counterclaim.model.report import Report, report_id
from counterclaim.model.source import Chain, Link, Source, SourceClass
from counterclaim.model.span import Span
from counterclaim.model.stance import Certainty, Polarity, Stance
from counterclaim.model.telling import Quote, Telling, Voice
from counterclaim.model.when import Dated, When
from counterclaim.theatres.gazetteer import gazetteer
from counterclaim.theatres.roster import roster
from counterclaim.theatres.rows import Actor, Outlet, PlaceRow


def listed(text: str) -> tuple[str, ...]:
    """The words between commas."""
    return tuple(part.strip() for part in text.split(","))


THEATRE = "vardia"
NOTICE = "[MADE UP] Vardia and everything in this text are invented."
FIRST = date(2031, 1, 1)
DELAYS = (0, 0, 0, 0, 1, 1, 2)  # days after which an outlet tells a story
BULLETINS = 0.15  # share of stories that are bulletins of a headquarters
HEDGE = "reportedly "
DATED = re.compile(r"On (\d+ \w+ \d{4}), ")
BY = {"reading": "made-up/1", "grounding": "made-up/1"}

PARTIES = {
    "vardia": listed(
        "a_vd_defence, a_vd_general_staff, a_vd_intelligence, a_vd_emergency, a_halm_administration, a_vd_east, "
        "a_karsk_administration, a_kestriva_administration, a_vd_31, a_hallen, a_orsen, a_dorn, a_haukel, a_marn, "
        "a_selm, a_post"
    ),
    "teshar": listed(
        "a_ts_defence, a_ts_general_staff, a_ts_security, a_halm_republic, a_ts_centre, a_ts_north, a_ts_18, "
        "a_marshalsk_administration, a_zhedrin, a_tolmar, a_garsh, a_vashen, a_kordash, a_shevrin, a_belkar, "
        "a_zhelt"
    ),
    "none": listed("a_league, a_thornby, a_relief, a_ansel, a_karsk_hospital, a_ruel, a_meridian, a_telfer"),
}
HEADQUARTERS = ("a_vd_general_staff", "a_ts_defence", "a_vd_east", "a_ts_general_staff")
PLACES = listed(
    "p_velm, p_aumar, p_hesselin, p_rellin, p_ormel, p_kalhet, p_laudra, p_strand, p_pielka, p_tolva, p_jolvik, "
    "p_kurdel, p_aulenik, p_kestriva, p_humeriva, p_hranik, p_mostrel, p_brennik, p_kielda, p_oldra, p_vauren, "
    "p_taldiva, p_kuteriva, p_kolhesk, p_petlin, p_bielkar, p_zeltin, p_jurliva, p_karsk, p_myrhal, p_hrunda, "
    "p_olmin, p_nielva, p_aupol, p_jelniva, p_bohrel, p_volhiva, p_lutova, p_dorn, p_hamrel, p_kestin, p_orul, "
    "p_stavriel, p_jorvast, p_olmen, p_harsk, p_kalmesh, p_dubrel, p_selhin, p_vasta, p_halm, p_makhet, p_ilveta, "
    "p_nemil, p_torhal, p_shauran, p_kelhat, p_ushtar, p_jelmet"
)

# kind: wordings of one proposition, what its number counts, of whom
WORDINGS: dict[str, tuple[tuple[str, ...], str | None, str | None]] = {
    "strike": (
        (
            "a drone hit {thing} in {place} {when} and left {number} households without power",
            "{number} homes lost electricity after {thing} in {place} was struck by a drone {when}",
            "an unmanned aircraft struck {thing} in {place} {when}, cutting power to {number} households",
        ),
        None,
        "households",
    ),
    "casualties": (
        (
            "{number} people were killed when shells fell on {thing} in {place} {when}",
            "shelling of {thing} in {place} {when} killed {number} people",
            "the bodies of {number} people had been pulled from {thing} in {place}, shelled {when}",
        ),
        "killed",
        "people",
    ),
    "control_changed": (
        (
            "assault groups took {thing} on the edge of {place} {when} after {number} days of fighting",
            "{thing} on the outskirts of {place} was captured {when}, ending {number} days of battle",
            "after {number} days the attackers had seized {thing} at the edge of {place} {when}",
        ),
        None,
        None,
    ),
    "control_held": (
        (
            "{thing} near {place} was still in the hands of the defenders {when} despite {number} attempts to enter it",
            "the garrison held {thing} near {place} {when} and had thrown back {number} attempts",
            "defenders kept {thing} near {place} {when}, where {number} attempts had failed",
        ),
        None,
        "attempts",
    ),
    "materiel_loss": (
        (
            "{number} armoured vehicles were destroyed near {thing} outside {place} {when}",
            "the enemy lost {number} armoured vehicles {when} close to {thing} outside {place}",
            "burned out near {thing} outside {place} {when} were {number} armoured vehicles",
        ),
        "destroyed",
        "vehicles",
    ),
    "damage": (
        (
            "{number} houses and {thing} in {place} had lost their roofs {when}",
            "{thing} in {place} and {number} houses around it were left without roofs {when}",
            "roofs were torn off {thing} and {number} houses in {place} {when}",
        ),
        "destroyed",
        "houses",
    ),
    "displacement": (
        (
            "{number} families had been moved from {place} to {thing} {when}",
            "{thing} took in {number} families brought out of {place} {when}",
            "{when} buses carried {number} families out of {place} to {thing}",
        ),
        "displaced",
        "families",
    ),
    "capture_surrender": (
        (
            "{number} soldiers laid down their arms at {thing} near {place} {when}",
            "{number} soldiers surrendered {when} at {thing} near {place}",
            "at {thing} near {place} {number} men gave themselves up {when}",
        ),
        "captured",
        "soldiers",
    ),
    "humanitarian_access": (
        (
            "a convoy of {number} lorries had been turned back at {thing} before {place} {when}",
            "guards at {thing} did not let {number} lorries with aid pass to {place} {when}",
            "{number} lorries of aid for {place} were stopped {when} at {thing}",
        ),
        None,
        "lorries",
    ),
    "mine_ied_hazard": (
        (
            "sappers lifted {number} mines around {thing} in {place} {when}",
            "{number} mines were found and removed {when} by {thing} in {place}",
            "the ground around {thing} in {place} was cleared of {number} mines {when}",
        ),
        None,
        "mines",
    ),
}
BULLETIN = (
    ("assault_advance", "{number} attacks were repelled near {place} over the past day", None, "attacks"),
    ("assault_advance", "the enemy tried {number} times to advance in the area of {place}", None, "times"),
    ("strike", "{number} shells were fired at positions around {place} over the past day", None, "shells"),
    ("materiel_loss", "{number} enemy drones were shot down over {place} during the night", "destroyed", "drones"),
    ("casualties", "enemy losses in the area of {place} came to {number} men", "killed", "men"),
)
NOUNS = listed(
    "mill, bridge, depot, school, station, farm, quarry, clinic, warehouse, pumping station, bakery, hangar, "
    "substation, library, brickworks, orchard, sawmill, market hall, chapel, ferry landing, bus park, grain store, "
    "boiler house, dairy, tannery, power line, railway yard, cannery, fire station, sports hall, tram shed, "
    "water tower, granary, customs post, cinema, kiln"
)
ADJECTIVES = listed(
    "old, new, northern, southern, eastern, western, upper, lower, brick, wooden, stone, abandoned, crowded, "
    "half-built, municipal, white, red, grey, disused, famous, narrow, long, little, great, ruined"
)
SYLLABLES = listed(
    "ka, ro, vel, tin, mar, os, lin, dre, bu, san, ter, ga, hol, wi, ne, pra, zu, fen, lor, mi, que, tas, er, bri, "
    "no, jal, cor, du, sel, hav"
)
TIMES = listed(
    "on Monday night, on Tuesday morning, before dawn, late on Wednesday, around noon, on Thursday evening, "
    "overnight, early on Friday, at the weekend, shortly after midnight, in the afternoon, within an hour, "
    "in heavy rain, in thick fog, during a lull, in front of witnesses, for the second time, without warning, "
    "while a market was held, during repairs"
)
FILLERS = (
    "The road to {name} was closed to lorries, and the river stood {number} centimetres above its usual mark.",
    "Nobody in {name} could be reached by telephone in the evening.",
    "The harvest around {name} is about {number} days late this year.",
    "A choir from {name} is to sing at the winter fair, if the hall can be heated.",
    "Trains between {name} and the coast run every {number} minutes again.",
    "Shops in {name} had sold out of candles by the early afternoon.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """A report with its tellings and, for each of them, the claim that it tells."""

    report: Report
    tellings: tuple[Telling, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim: who said what on which day, in each wording, and what another denies of it."""

    id: str
    claimant: Actor
    kind: str
    contents: tuple[str, ...]
    place: PlaceRow
    number: int
    metric: str | None
    whom: str | None
    day: date
    denied: bool = False


@dataclass(slots=True)
class _Version:
    """How one outlet tells a claim."""

    said: _Said
    content: str
    number: int
    quoted: bool = False
    own: bool = False
    relay: Outlet | None = None
    hedged: bool = False

    @property
    def cue(self) -> str:
        """The word that attributes it."""
        if self.said.denied:
            return "denied"
        return "told" if self.quoted and self.relay else "said"


@dataclass(slots=True)
class _Text:
    """A text as it is written, and the tellings' spans in it, which stay true as more is added."""

    text: str = NOTICE
    paragraphs: list[tuple[int, int]] = field(default_factory=lambda: [(0, len(NOTICE))])

    def add(self, sentence: str) -> int:
        """Writes a paragraph; where it begins."""
        start = len(self.text) + 1
        self.text += "\n" + sentence
        self.paragraphs.append((start, len(self.text)))
        return start


def war(*, seed: int = 1, per_day: int = 100) -> Iterator[Told]:
    """The reports of a war in the order they are published, about `per_day` tellings a day, without end."""
    world = _World()
    later: dict[int, list[Told]] = defaultdict(list)
    for number in count():
        draw = random.Random(f"{seed}.{number}")  # a day is the same however many days there are
        made = 0
        for story in count():
            if made >= per_day:
                break
            for after, told in world.story(draw, f"{number}.{story}", FIRST + timedelta(days=number)):
                later[number + after].append(told)
                made += len(told.tellings)
        yield from later.pop(number, ())


class _World:
    """Who and what there is in the theatre."""

    def __init__(self) -> None:
        known, places = roster(THEATRE), gazetteer(THEATRE)
        self.outlets = tuple(outlet for outlet in known.outlets if outlet.relay)
        found = {id_: known.actor(id_) for ids in PARTIES.values() for id_ in ids}
        self.actors = {id_: actor for id_, actor in found.items() if actor}
        self.places = tuple(place for id_ in PLACES if (place := places.place(id_)))

    def story(self, draw: random.Random, name: str, day: date) -> Iterator[tuple[int, Told]]:
        """The reports of one story, each with how many days later it is published."""
        said = self._bulletin(draw, name, day) if draw.random() < BULLETINS else self._claims(draw, name, day)
        outlets = draw.sample(self.outlets, draw.choices(range(1, 7), (30, 25, 18, 12, 9, 6))[0])
        earlier: list[tuple[int, Outlet, dict[str, _Version]]] = []
        for outlet in outlets:
            after = draw.choice(DELAYS)
            told = [one for one in said if draw.random() < 0.85] or said[:1]
            source = draw.choice(earlier) if earlier and draw.random() < 0.5 else None
            if source and source[0] <= after:
                told = [one for one in told if one.id in source[2]] or [next(iter(source[2].values())).said]
            versions = [self._version(draw, one, source if source and source[0] <= after else None) for one in told]
            earlier.append((after, outlet, {version.said.id: version for version in versions}))
            yield after, _report(draw, outlet, day + timedelta(days=after), versions, f"{name}.{outlet.name}")

    def _claims(self, draw: random.Random, name: str, day: date) -> list[_Said]:
        """What one source says of a few things, and what one of the other party denies or adds."""
        sides = draw.sample(list(PARTIES), 2)
        speakers = [self.actors[draw.choice(PARTIES[side])] for side in sides]
        places = draw.sample(self.places, 2)
        kinds = draw.sample(list(WORDINGS), draw.randint(4, 7))
        found = [
            self._claim(draw, f"{name}.{at}", speakers[at >= 3], place=draw.choice(places), kind=kind, day=day)
            for at, kind in enumerate(kinds)
        ]
        if draw.random() < 0.5:
            denied = replace(found[0], id=f"{name}.denied", claimant=speakers[1], denied=True)
            found.append(denied)
        return found

    def _claim(
        self, draw: random.Random, name: str, claimant: Actor, *, place: PlaceRow, kind: str, day: date
    ) -> _Said:
        wordings, metric, whom = WORDINGS[kind]
        number = draw.choice((draw.randint(2, 30), draw.randint(30, 400)))
        values = {"place": place.name, "number": number, "thing": thing(draw), "when": draw.choice(TIMES)}
        contents = tuple(wording.format(**values) for wording in draw.sample(wordings, len(wordings)))
        return _Said(name, claimant, kind, contents, place, number, metric, whom, day)

    def _bulletin(self, draw: random.Random, name: str, day: date) -> list[_Said]:
        """The daily tally of a headquarters, always in the same words."""
        claimant = self.actors[draw.choice(HEADQUARTERS)]
        found = []
        for at, (kind, wording, metric, whom) in enumerate(draw.sample(BULLETIN, draw.randint(3, 5))):
            place, number = draw.choice(self.places), draw.randint(2, 60)
            contents = (wording.format(place=place.name, number=number),)
            found.append(_Said(f"{name}.{at}", claimant, kind, contents, place, number, metric, whom, day))
        return found

    def _version(
        self, draw: random.Random, said: _Said, source: tuple[int, Outlet, dict[str, _Version]] | None
    ) -> _Version:
        """How an outlet tells a claim: after `source`, another outlet, or by itself."""
        if source is None or said.id not in source[2]:
            first = _Version(said, said.contents[0], said.number)
            if draw.random() < 0.25 and not said.denied:
                first.quoted = True
            elif draw.random() < 0.4:
                first.content = draw.choice(said.contents)
            return first
        told = replace(source[2][said.id], relay=source[1], hedged=False)
        fate = draw.random()
        if fate < 0.2 or told.own:
            told.relay = None
        elif fate < 0.3 and not said.denied:
            told.own, told.relay, told.quoted = True, None, False
        if draw.random() < 0.4 and not told.quoted:
            told.content = draw.choice(said.contents)
            told.number = said.number
        if draw.random() < 0.1 and not told.quoted:
            told.number = said.number * 10
            told.content = re.sub(rf"\b{said.number}\b", str(told.number), told.content, count=1)
        told.hedged = not told.own and draw.random() < 0.1
        return told


def thing(draw: random.Random) -> str:
    """A building or the like, half of them with a name of their own."""
    noun = draw.choice(NOUNS)
    own = "".join(draw.sample(SYLLABLES, draw.randint(2, 3))).capitalize()
    return f"the {own} {noun}" if draw.random() < 0.5 else f"the {draw.choice(ADJECTIVES)} {noun}"


def _report(draw: random.Random, outlet: Outlet, published: date, versions: Sequence[_Version], name: str) -> Told:
    """The report of an outlet that tells these claims."""
    text = _Text()
    placed = []
    for version in versions:
        if draw.random() < 0.6:
            town = "".join(draw.sample(SYLLABLES, 3)).capitalize()
            text.add(draw.choice(FILLERS).format(name=town, number=draw.randint(2, 60)))
        sentence = _sentence(version, draw)
        placed.append((version, text.add(sentence), sentence))
    address = f"https://{outlet.domains[0]}/{name.replace(' ', '-')}"
    path = f"{name}.txt"
    report = Report(
        id=report_id(text.text, outlet=outlet.name, address=address, location=path),
        text=text.text,
        path=path,
        location=f"/made/up/{path}",
        outlet=outlet.name,
        url=address,
        address=address,
        published=published.isoformat(),
        title=f"Made up: {name}",
        language="en",
        theatre=THEATRE,
        paragraphs=tuple(text.paragraphs),
        raw=text.text.encode(),
    )
    tellings = tuple(_telling(report, outlet, *one) for one in placed)
    return Told(report, tellings, tuple(version.said.id for version in versions))


def _sentence(version: _Version, draw: random.Random) -> str:
    said, who = version.said, version.said.claimant.name
    begun = version.content[0].upper() + version.content[1:]
    if version.own:
        return f"{begun}."
    hedge = HEDGE if version.hedged else ""
    if version.quoted:
        return f"“{begun},” {who} {hedge}{version.cue}{f' {version.relay.name}' if version.relay else ''}."
    day = f"On {said.day.day} {said.day:%B} {said.day.year}, " if draw.random() < 0.4 else ""
    cited = f", as reported by {version.relay.name}" if version.relay else ""
    return f"{day}{who} {hedge}{version.cue} that {version.content}{cited}."


def _telling(report: Report, outlet: Outlet, version: _Version, start: int, sentence: str) -> Telling:
    said = version.said
    begun = report.text.index(version.content[1:], start) - 1  # its first letter may be a capital
    place, number = (_span(report, words, begun) for words in (said.place.name, str(version.number)))
    hedges = (_span(report, HEDGE.strip(), start),) if version.hedged else ()
    polarity = Polarity.DENIES if said.denied else Polarity.AFFIRMS
    return Telling(
        report=report,
        sentence=Span.of(report.text, start, start + len(sentence)),
        content=Span.of(report.text, begun, begun + len(version.content)),
        chain=_chain(report, outlet, version, start),
        by=dict(BY),
        cue=None if version.own else _span(report, version.cue, start),
        quote=Quote.DIRECT if version.quoted else Quote.INDIRECT,
        voice=Voice.OUTLET if version.own else Voice.ATTRIBUTED,
        kind=said.kind,
        stance=Stance(polarity, Certainty.HEDGED if version.hedged else Certainty.ASSERTED, hedges),
        said=_dated(report, said.day, start, sentence),
        place=_place(place, said.place),
        quantities=(Quantity(said.metric, said.whom, number.text, version.number, version.number, span=number),),
    )


def _chain(report: Report, outlet: Outlet, version: _Version, start: int) -> Chain:
    first = Source(Link.OUTLET, outlet.name, actor=outlet.owner, party=outlet.party)
    if version.own:
        return Chain(first)
    who, relay = version.said.claimant, version.relay
    kind = SourceClass.NAMED_PERSON if who.type == "person" else SourceClass.BODY
    span = _span(report, who.name, start)
    claimant = Source(Link.CLAIMANT, who.name, span, kind, actor=who.id, party=who.party, reasons=("made up",))
    if relay is None:
        return Chain(first, (), claimant)
    span = _span(report, relay.name, start)
    between = Source(Link.RELAY, relay.name, span, SourceClass.MEDIA, actor=relay.owner, party=relay.party)
    return Chain(first, (between,), claimant)


def _dated(report: Report, day: date, start: int, sentence: str) -> Dated | None:
    """The day on which it was said, where the sentence begins with it."""
    match = DATED.match(sentence)
    if match is None:
        return None
    span = Span.of(report.text, start + match.start(1), start + match.end(1))
    return Dated(span.text, When.parse(day.isoformat()), "text", span)


def _place(span: Span, row: PlaceRow) -> Place:
    return Place(
        span.text, span, PlaceState.RESOLVED, row.id, row.name,
        lat=row.lat, lon=row.lon, precision="settlement", reasons=("made up",),
    )  # fmt: skip


def _span(report: Report, words: str, after: int) -> Span:
    """Where `words` stand in the report, as whole words, from `after` on. Raises ValueError where they do not."""
    found = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(report.text, after)
    if found is None:
        raise ValueError(words)
    return Span.of(report.text, *found.span())
