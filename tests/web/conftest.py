"""A browser's place is taken by a client that asks the application itself; the ledger is the demo's."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from counterclaim.web.app import create
from counterclaim.web.served import Served

HERE = "http://127.0.0.1:8765"


@pytest.fixture(scope="session")
def demo_client(demo_ledger: Path) -> Iterator[TestClient]:
    """Pages of the demo's ledger."""
    with TestClient(create(Served(demo_ledger)), base_url=HERE) as client:
        yield client
