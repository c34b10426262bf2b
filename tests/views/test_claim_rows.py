"""A claim as a row of a listing."""

from pathlib import Path

import pytest

from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.masking.shown import Shown
from counterclaim.views.claim_rows import of_shown


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Rovno", {"outlet": "Aloha Digest", "day": "2025-12-07"}),
        ('"Pokrovske mine" communications', {"unheld": "TASS"}),
    ],
    ids=["held", "not held"],
)
def test_a_row_says_where_the_claim_comes_from(demo_ledger: Path, text: str, origin: dict[str, str]) -> None:
    with Store(demo_ledger, write=False) as store:
        shown = Shown(store)
        rows = [of_shown(shown, claim) for claim in shown.claims(Filters(text=text), standing=False)]
    most = max(rows, key=lambda row: int(row["reports"]))
    assert most["reports"] > 1
    assert most["origin"] == origin
