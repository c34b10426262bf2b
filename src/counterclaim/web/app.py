"""The application: every address that is served, and what stands around all of them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from counterclaim.web import api
from counterclaim.web.faults import HANDLERS
from counterclaim.web.figures import KeptFigures
from counterclaim.web.pages import about, claim, claims, outlets, place, reading, report, reports, search, start
from counterclaim.web.pages import map as map_page
from counterclaim.web.rendering import environment
from counterclaim.web.safety import Safety
from counterclaim.web.served import Served

PAGES: tuple[list[Route], ...] = (
    about.routes,
    claim.routes,
    claims.routes,
    map_page.routes,
    outlets.routes,
    place.routes,
    reading.routes,
    report.routes,
    reports.routes,
    search.routes,
    start.routes,
)


class Sealed(Starlette):
    """An application whose every answer is sealed; middleware would not see those that tell of a fault of ours."""

    def build_middleware_stack(self) -> ASGIApp:
        """All of Starlette's, within ours."""
        return Safety(super().build_middleware_stack(), tiles=self.state.served.tiles)


def create(served: Served) -> Starlette:
    """The application that serves that ledger."""
    routes: list[BaseRoute] = [route for page in PAGES for route in page]
    routes += [*api.routes, Mount("/static", StaticFiles(packages=[("counterclaim.web", "static")]), name="static")]

    figures = KeptFigures(served.path, names=served.names)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        environment()  # templates and words are read before the first page is asked for
        figures.start()
        yield
        figures.close()
        served.close()

    made = Sealed(routes=routes, exception_handlers=dict(HANDLERS), lifespan=lifespan)
    made.state.served = served
    made.state.figures = figures
    return made
