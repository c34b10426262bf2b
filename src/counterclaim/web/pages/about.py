"""About this ledger: what it holds in numbers, what could not be taken, what people decided, by what it was made."""

from importlib.metadata import version
from itertools import islice

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from counterclaim.errors import NotFoundError
from counterclaim.ledger.heard import Wanted
from counterclaim.ledger.schema import FORMAT
from counterclaim.masking.languages import READ
from counterclaim.masking.shown import Shown
from counterclaim.views.report_rows import reports
from counterclaim.web.asked import Part
from counterclaim.web.endpoints import query, reading
from counterclaim.web.rendering import page

ROWS = 25
SAMPLE = 3  # reports, the newest, that tell whether names are looked for in a language
HELD = ("reports", "tellings", "claims", "issues", "reviews")


def about(request: Request, shown: Shown) -> Response:
    """The ledger in numbers; issues and decisions are listed in parts."""
    values, part = query(request), Part.of(request, limit=ROWS)
    decided = Part(ROWS, part.offset if values.get("of") == "reviews" else 0)
    listed = Part(ROWS, 0 if values.get("of") == "reviews" else part.offset)
    issues, more = listed.cut(islice(shown.issues(), listed.offset, None))
    reviews, more_reviews = decided.cut(islice(shown.store.reviews(), decided.offset, None))
    counts, (entries, head) = shown.store.counts(), shown.store.state()
    return page(
        request,
        "about.html",
        counts=counts,
        held=[(name, counts[name]) for name in HELD],
        entries=entries,
        head=head,
        uncovered=_uncovered(shown),
        issue=_issue(shown, values["issue"]) if "issue" in values else None,
        issues=issues,
        issue_links=_links("issues", listed, more=more),
        reviews=reviews,
        review_links=_links("reviews", decided, more=more_reviews),
        made_by=shown.store.made_by(),
        version=version("counterclaim"),
        format=FORMAT,
    )


def _links(name: str, part: Part, *, more: bool) -> dict[str, str]:
    """Addresses of the parts of one of the two lists."""
    return part.linked(lambda offset: f"/about?of={name}&offset={offset}#{name}", more=more)


def _issue(shown: Shown, name: str) -> dict[str, str]:
    """The issue of that id. Raises NotFoundError."""
    if found := shown.issue(name):
        return found
    raise NotFoundError(f"The ledger holds no issue {name}.", "The page About lists those it holds.")


def _uncovered(shown: Shown) -> list[str]:
    """The languages in which names are not looked for: nobody is masked in such reports."""
    if shown.names:
        return []
    others = [language for language, _, _ in shown.store.languages() if language not in READ]
    for language in others:
        for _ in reports(shown, Wanted(language=language), limit=SAMPLE):
            pass  # that it is shown tells it
    return [language for language in others if shown.uncovered[language]]


routes = [Route("/about", reading(about))]
