"""JSON Lines: the public shape, one telling a line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any


def lines(tellings: Iterable[dict[str, Any]]) -> Iterator[str]:
    """One line of JSON for each telling, UTF-8, without the line's end."""
    for telling in tellings:
        yield json.dumps(telling, ensure_ascii=False)
