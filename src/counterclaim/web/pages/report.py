"""A report: its text with the words of its tellings marked, their cards, where it comes from; and its raw source."""

import hashlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from counterclaim.errors import NotFoundError
from counterclaim.lang.shapes import LANGUAGES
from counterclaim.ledger.around import Around
from counterclaim.ledger.search import Filters
from counterclaim.masking.shown import Shown
from counterclaim.model.issue import Issue
from counterclaim.model.report import Report, text_hash
from counterclaim.model.telling import Telling
from counterclaim.pipeline import explained_words
from counterclaim.web.cards import Json, cards
from counterclaim.web.endpoints import query, reading
from counterclaim.web.faults import told
from counterclaim.web.marking import LETTERS, begin, part_of, parts, segments
from counterclaim.web.rendering import link, page
from counterclaim.web.words import words

DIGITS = 7  # of the number of a part
EXPLAINED = 60_000  # code points of a text whose single words are explained on its page, in about a second
SLOTS = ("agent", "affected", "holder", "means")


def report(request: Request, shown: Shown) -> Response:
    """The page of a report; `part` is the number of the part of a long one, `words=1` explains its single words."""
    name = request.path_params["name"]
    found = shown.report(name)
    cut = parts(found.text, found.paragraphs)
    at = _part(request, len(cut))
    before, within, count = shown.store.counted(name, *cut[at])
    lines = dict(enumerate(shown.lines(Filters(report=name), limit=within, offset=before), before + 1))
    around = shown.store.around(name)
    values = marked(found, lines, cut[at], around.claims) | origins(shown, found, around)
    explains = len(found.text) <= EXPLAINED
    explained = _explained(shown, name) if explains and query(request).get("words") else None
    return page(
        request, "report.html", **values, cut=cut, part=at, count=count, explains=explains, words=explained
    )  # fmt: skip


def marked(
    found: Report,
    lines: Mapping[int, Json],
    place: tuple[int, int],
    claims: Mapping[str, tuple[str, int]] | None,
) -> dict[str, Any]:
    """What the columns show: the text at `place` in segments, the cards of `lines` by number.

    `claims` are those told, by telling; None where no ledger knows of them.
    """
    return {
        "report": found,
        "segments": segments(found.text, lines, *place),
        "cards": cards(lines, claims or {}),
        "here": frozenset(line["id"] for line in lines.values()),
        "host": urlsplit(found.url).hostname if link(found.url) else None,
        "linked": claims is not None,
        "spoken": found.language if found.language in LANGUAGES else None,
        "letters": LETTERS,
        "slot_roles": SLOTS,
        "part_address": part_address,
    }


def origins(shown: Shown, found: Report, around: Around) -> dict[str, Any]:
    """Where a report comes from, and what is said of it; no hash of words that are masked, which would tell them."""
    held = shown.store.report(found.id)
    return {
        "around": around,
        "hidden": found.text != held.text or found.title != held.title or found.raw != held.raw,
        "text_hash": text_hash(found.text),
        "raw_hash": hashlib.sha256(found.raw).hexdigest() if found.raw else None,
        "reviews": shown.store.reviews_of(found.id),
        "issues": [_issue(shown, found.id, issue) for issue in shown.store.issues_of(found.id, held.location)],
    }


def _issue(shown: Shown, name: str, issue: Issue) -> Json:
    """An issue of a report, as far as it may be shown."""
    value: Json = shown.made_from(name, {"path": issue.path})
    return issue.as_json() | {"path": value["path"], "message": issue.message.replace(issue.path, value["path"])}


def _explained(shown: Shown, name: str) -> Json:
    """What is said of the single words of a report, as far as it may be shown; the report is looked at anew for it."""
    held = shown.store.report(name)
    told_of = [Telling.from_json(line, held) for line in shown.store.lines(Filters(report=name))]
    found: Json = shown.made_from(name, explained_words(held, told_of))
    return found


def _part(request: Request, count: int) -> int:
    """The index of the part that is asked for. Raises NotFoundError."""
    asked = str(query(request).get("part", "1"))
    found = int(asked) - 1 if asked.isascii() and asked.isdigit() and len(asked) < DIGITS else -1
    if not 0 <= found < count:
        raise NotFoundError(words().text("report.no_such_part"), words().counted("report.no_such_part_remedy", count))
    return found


def part_address(name: str, part: int, **asked: object) -> str:
    """The address of a part of a report, counted from 1."""
    given = ({"part": part} if part > 1 else {}) | asked
    return f"/reports/{name}" + ("?" + "&".join(f"{key}={value}" for key, value in given.items()) if given else "")


def telling(request: Request, shown: Shown) -> Response:
    """Leads to a telling's card on the page of its report."""
    line = shown.telling(request.path_params["name"])
    found = shown.report(line["report"]["id"])
    part = part_of(begin(line), parts(found.text, found.paragraphs)) + 1
    return RedirectResponse(f"{part_address(found.id, part)}#{line['id']}", status_code=303)


def source(request: Request, shown: Shown) -> Response:
    """The raw bytes of a report to be saved; refused where a name in it is masked."""
    name = request.path_params["name"]
    found = shown.report(name)
    if found.raw:
        saved = {"Content-Disposition": f'attachment; filename="{found.id}.raw"'}
        return Response(found.raw, media_type="application/octet-stream", headers=saved)
    say = words().text
    if shown.store.report(name).raw:
        return told(request, 403, say("report.raw_masked_title"), say("report.raw_masked_remedy", name=found.id))
    return told(request, 410, say("report.raw_gone"), say("report.raw_gone_remedy", name=found.id))


def text(request: Request, shown: Shown) -> Response:
    """The text of a report alone, exactly as offsets count it."""
    found = shown.report(request.path_params["name"])
    return Response(found.text.encode(), media_type="text/plain; charset=utf-8")


routes = [
    Route("/reports/{name}", reading(report)),
    Route("/reports/{name}/source", reading(source)),
    Route("/reports/{name}/text", reading(text)),
    Route("/tellings/{name}", reading(telling)),
]
