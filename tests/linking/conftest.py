"""Stories that many tests of linking need, read once."""

from pathlib import Path

import pytest

from counterclaim import pipeline
from counterclaim.evaluating.story_sets import of_corpus
from counterclaim.linking.linker import by_report
from counterclaim.model.telling import Telling

ROOT = Path(__file__).parents[2]
NAMES = ("st-03", "st-06", "st-09", "st-12", "demo")

Reports = list[list[Telling]]


@pytest.fixture(scope="session")
def stories() -> dict[str, Reports]:
    """The tellings of each report that tells something: of the stories to tune on as labelled, of the demo as read."""
    found = {
        one.story.id: [report for _, report in by_report(one.tellings.values())]
        for one in of_corpus(ROOT / "corpus" / "stories" / "tune")
    }
    demo = pipeline.read([str(ROOT / "demo")], pipeline.Asked())
    return found | {"demo": [list(one.tellings) for one in demo if one.tellings]}


@pytest.fixture(params=NAMES)
def story(request: pytest.FixtureRequest, stories: dict[str, Reports]) -> Reports:
    """One of them."""
    return stories[request.param]
