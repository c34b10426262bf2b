"""The picture of a place: who said that it is held by whom, and when; one SVG without scripts, styles or foreign fonts.

Only attributes of SVG give it its look, so that it may stand in a page whose policy allows no styles in it.
"""

from collections.abc import Iterator, Mapping

from counterclaim.drawing.lanes_plan import (
    BAND,
    LEADING,
    MARGIN,
    NAME,
    PLAIN,
    ROOM,
    SMALL,
    TOP,
    VERBS,
    Box,
    Column,
    Plan,
    Row,
    letters,
    plan,
)
from counterclaim.drawing.words import clean, escaped, width, wrapped
from counterclaim.drawing.words import length as _n
from counterclaim.masking.names import BLOCK
from counterclaim.views.control import Control, Mark
from counterclaim.views.tracing import MONTHS, counted, spoken_day

LEAST = 620  # width of a picture
INK, MUTED, LINE, PALE, WHITE = "#1d2329", "#505a63", "#8b949c", "#f3f3f0", "#fff"
AXIS, TITLE = 44, 17
FACES = "Helvetica, Arial, 'DejaVu Sans', sans-serif"
SWATCH, HIGH, RING = 30, 15, 13  # of a holder's sign, and how wide that of another kind is
PATTERNS = (
    '<path d="M-1 1l2 -2M0 6l6 -6M5 7l2 -2" stroke="#26394d" stroke-width="1.3"/>',
    '<circle cx="2" cy="2" r="1.1" fill="#26394d"/><circle cx="5" cy="5" r="1.1" fill="#26394d"/>',
    '<path d="M0 1.5h6M0 4.5h6" stroke="#26394d" stroke-width="1.1"/>',
    '<path d="M1.5 0v6M4.5 0v6" stroke="#26394d" stroke-width="1.1"/>',
)
NOTES = (
    "Shows who says so, by the reports held; it says nothing of whether it is so.",
    "Where nobody claims anything, it is left blank: a claim is about the days that it names, and holds no longer.",
)
HIDDEN = "Names of people who hold no office are masked."


def lanes_svg(control: Control, *, on_page: bool = False) -> str:
    """The picture as the text of an SVG file, the same for the same lanes.

    `on_page` leaves out the title, which the page has, and makes each mark a link to its claim or its rows there.
    """
    spots, signs = plan(control), letters(control)
    wide = max(LEAST, spots.width)
    head, top = ([], 4.0) if on_page else _head(control, wide)
    body = "\n".join(_body(spots, signs, wide, links=on_page))
    foot, below = _legend(control, signs, wide - 2 * MARGIN, masked=BLOCK in body)
    height = top + AXIS + spots.height + 18 + below + MARGIN
    role = 'role="group"' if on_page else 'role="img"'
    return "\n".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" class="lanes" viewBox="0 0 {_n(wide)} {_n(height)}"',
        f' width="{_n(wide)}" height="{_n(height)}" font-family="{FACES}" fill="{INK}" {role}',
        ' aria-labelledby="lanes-title lanes-desc">',
        f'<title id="lanes-title">{escaped(_title(control))}</title>',
        f'<desc id="lanes-desc">{escaped(_described(control))}</desc>',
        f"<defs>{''.join(_patterns(signs))}</defs>",
        f'<rect width="{_n(wide)}" height="{_n(height)}" fill="{WHITE}"/>',
        *head,
        f'<g transform="translate(0 {_n(top)})">', *_axis(spots, wide), "</g>",
        f'<g transform="translate(0 {_n(top + AXIS)})">', body, "</g>",
        f'<g transform="translate({MARGIN} {_n(top + AXIS + spots.height + 18)})">', *foot, "</g>",
        "</svg>", "",
    ))  # fmt: skip


def _words(text: str, x: float, y: float, size: float, *, bold: bool = False, fill: str = "") -> str:
    more = (' font-weight="bold"' if bold else "") + (f' fill="{fill}"' if fill else "")
    return f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}"{more}>{escaped(text)}</text>'


def _title(control: Control) -> str:
    return f"{control.name}: who said that it is held by whom, and when"


def _described(control: Control) -> str:
    claims = len({mark.claim for mark in control.marks})
    return f"{counted(claims, 'claim')} by {counted(len(control.lanes), 'claimant')}."


def _head(control: Control, wide: float) -> tuple[list[str], float]:
    y, found = 12.0, []
    for line in wrapped(_title(control), wide - 2 * MARGIN, TITLE, lines=2, bold=True):
        found.append(_words(line, MARGIN, y + TITLE, TITLE, bold=True))
        y += TITLE * 1.35
    under = f"{control.full_name} [{control.id}]: {_described(control)}"
    for line in wrapped(under, wide - 2 * MARGIN, 12, lines=2):
        found.append(_words(line, MARGIN, y + 13, 12, fill=MUTED))
        y += 16
    return found, y + 10


def _patterns(signs: Mapping[str, str]) -> Iterator[str]:
    for number, name in enumerate(signs):
        inner = PATTERNS[number % len(PATTERNS)]
        yield (
            f'<pattern id="held-{escaped(name)}" width="6" height="6" patternUnits="userSpaceOnUse">{inner}</pattern>'
        )


def _axis(spots: Plan, wide: float) -> Iterator[str]:
    """The days that have marks; a break where days are left out."""
    yield f'<line x1="{MARGIN}" y1="36" x2="{_n(wide - MARGIN)}" y2="36" stroke="{LINE}"/>'
    year = None
    for column in spots.columns:
        if column.skipped:
            x = column.x - 9
            yield f'<path d="M{_n(x - 3)} 41l4 -10M{_n(x + 2)} 41l4 -10" stroke="{LINE}" fill="none"/>'
        for at, text in enumerate(_day(column, year)):
            yield _words(text, column.x, 16 + 13 * at, 11 if at == 0 else 10, bold=at == 0, fill=MUTED if at else "")
        year = column.day.year if column.day else None


def _day(column: Column, year: int | None) -> tuple[str, ...]:
    day = column.day
    if day is None:
        return ("day not", "known")
    return (f"{day.day} {MONTHS[day.month - 1]}", *([str(day.year)] if day.year != year else []))


def _body(spots: Plan, signs: Mapping[str, str], wide: float, *, links: bool) -> Iterator[str]:
    for name, y in spots.bands:
        yield f'<rect x="{MARGIN / 2}" y="{_n(y)}" width="{_n(wide - MARGIN)}" height="{BAND}" fill="#e3e6e9"/>'
        yield _words(f"claimants of: {name}", MARGIN, y + 14, 11, bold=True)
    for row in spots.rows:
        bottom = row.y + row.height
        ends = f'x1="{MARGIN / 2}" x2="{_n(wide - MARGIN / 2)}"'
        yield f'<line {ends} y1="{_n(bottom)}" y2="{_n(bottom)}" stroke="#d3d6d8"/>'
        yield from _name(row)
        for box in row.boxes:
            yield from _box(box, row, signs, links=links)


def _name(row: Row) -> Iterator[str]:
    for at, line in enumerate(row.name):
        yield _words(line, MARGIN, row.y + 17 + at * NAME * 1.3, NAME, bold=True)


def _box(box: Box, row: Row, signs: Mapping[str, str], *, links: bool) -> Iterator[str]:
    mark = box.mark
    claims = {one.claim for one in box.marks}
    href = f"/claims/{escaped(mark.claim)}" if len(claims) == 1 else f"#lane-{row.number}"
    yield f'<a href="{href}">' if links else "<g>"
    yield f"<title>{escaped(_told(box, row))}</title>"
    dashed = ' stroke-dasharray="4 3"' if mark.doubtful else ""
    size = f'x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}"'
    yield f'<rect {size} rx="3" fill="{PALE}" stroke="{LINE}"{dashed}/>'
    left, room = box.x + ROOM - 2, SWATCH if mark.is_of_holding else RING
    yield from _sign(mark, left, box.y + 4, signs)
    yield _words(VERBS[mark.kind], left + room + 4, box.y + 15, SMALL + 0.5, bold=mark.is_of_holding)
    for at, (line, style) in enumerate(box.lines, 1):
        yield _words(line, box.x + ROOM, box.y + TOP - 3 + LEADING * at, SMALL, fill=MUTED if style else "")
    yield "</a>" if links else "</g>"


def _sign(mark: Mark, x: float, y: float, signs: Mapping[str, str]) -> Iterator[str]:
    """A patterned field with a letter for who holds it, a ring for kinds that say nothing of it."""
    if mark.is_of_holding:
        party = mark.holder.party if mark.holder else None
        yield from _field(letter(mark, signs), party, x, y, signs, crossed=mark.polarity)
    else:
        yield f'<circle cx="{_n(x + 6)}" cy="{_n(y + 7.5)}" r="4.5" fill="{WHITE}" stroke="{INK}" stroke-width="1.4"/>'


def _field(
    sign: str, party: str | None, x: float, y: float, signs: Mapping[str, str], *, crossed: str = "affirms"
) -> Iterator[str]:
    """A holder's sign; one that is denied is crossed out, one that is doubted struck through once."""
    at = f'x="{_n(x)}" y="{_n(y)}" width="{SWATCH}" height="{HIGH}"'
    yield f'<rect {at} fill="{WHITE}" stroke="{INK}"/>'
    if party in signs:
        yield f'<rect {at} fill="url(#held-{escaped(party)})"/>'
    need = width(sign, 11, bold=True) * 0.9
    if crossed != "affirms":
        line = f"M{_n(x)} {_n(y + HIGH)}l{SWATCH} {-HIGH}"
        line += f"M{_n(x)} {_n(y)}l{SWATCH} {HIGH}" if crossed == "denies" else ""
        for stroke, strong in ((WHITE, 4.5), (INK, 1.8)):
            yield f'<path d="{line}" stroke="{stroke}" stroke-width="{strong}" fill="none"/>'
    plate = f'width="{_n(need)}" height="{HIGH - 4}" fill="{WHITE}"'
    yield f'<rect x="{_n(x + (SWATCH - need) / 2)}" y="{_n(y + 2)}" {plate}/>'
    middle = f'x="{_n(x + SWATCH / 2)}" y="{_n(y + 11.5)}" font-size="11" font-weight="bold" text-anchor="middle"'
    yield f"<text {middle}>{escaped(sign)}</text>"


def letter(mark: Mark, signs: Mapping[str, str]) -> str:
    """What stands for the holder: the party's letter, in brackets where it is inferred; ? for one of no known party."""
    if mark.holder is None:
        return "–"
    sign = signs.get(mark.holder.party or "", "?")
    return f"({sign})" if mark.holder.inferred else sign


def _told(box: Box, row: Row) -> str:
    """The whole of a box in words."""
    mark = box.mark
    stance = [word for word in (mark.polarity, mark.certainty) if word not in PLAIN]
    words = [row.lane.claimant.label, VERBS[mark.kind], *stance]
    if mark.is_of_holding:
        holder = mark.holder
        said = (holder.party or holder.written or "not known") if holder else "not said"
        words.append(f"holder: {said}" + (f" (inferred: {holder.inferred})" if holder and holder.inferred else ""))
    first, last = mark.days.first, mark.days.last
    ends = [spoken_day(str(day)) for day in dict.fromkeys((first, last)) if day] or ["day not known"]
    contents = dict.fromkeys(clean(one.content) for one in box.marks)
    return " · ".join((*words, " to ".join(ends), *(f"“{text}”" for text in contents)))


def _legend(control: Control, signs: Mapping[str, str], room: float, *, masked: bool) -> tuple[list[str], float]:
    """What the signs mean, of those that stand in it, and what the picture does not say; its height."""
    found, x, y = [], 0.0, 0.0
    for sign, meaning in _signs(control, signs):
        need = SWATCH + 8 + width(meaning, 10.5)
        if x and x + need > room:
            x, y = 0.0, y + 21
        found += [f'<g transform="translate({_n(x)} {_n(y)})">', *sign, "</g>"]
        found.append(_words(meaning, x + SWATCH + 6, y + 12, 10.5, fill=MUTED))
        x += need + 16
    notes = [*NOTES, *([HIDDEN] if masked else []), f"counterclaim, {control.id}"]
    y += 21 if found else 0
    for line in (line for note in notes for line in wrapped(note, room, 10.5, lines=3)):
        y += 14
        found.append(_words(line, 0, y, 10.5, fill=MUTED))
    return found, y + 6


def _signs(control: Control, signs: Mapping[str, str]) -> Iterator[tuple[list[str], str]]:
    marks = control.marks
    for party, sign in signs.items():
        yield list(_field(sign, party, 0, 0, signs)), f"held by {control.party(party)}"
    first, one = next(iter(signs.items()), (None, "–"))
    holding = [mark for mark in marks if mark.is_of_holding]
    if any(mark.holder and mark.holder.inferred for mark in holding):
        yield list(_field(f"({one})", first, 0, 0, signs)), "holder inferred, not said"
    if any(mark.holder is None for mark in holding):
        yield list(_field("–", None, 0, 0, signs)), "holder not said"
    if any(mark.holder and mark.holder.party not in signs for mark in holding):
        yield list(_field("?", None, 0, 0, signs)), "holder’s party not known"
    for polarity, word in (("denies", "denied"), ("doubts", "doubted")):
        example = next((mark for mark in holding if mark.polarity == polarity), None)
        if example:
            yield list(_sign(example, 0, 0, signs)), word
    example = next((mark for mark in marks if not mark.is_of_holding), None)
    if example:
        yield list(_sign(example, 6, 0, signs)), "no claim of holding it"
    if any(mark.doubtful for mark in marks):
        box = f'<rect width="{SWATCH}" height="{HIGH}" rx="3" fill="{PALE}" stroke="{LINE}" stroke-dasharray="4 3"/>'
        yield [box], "may mean another place"
