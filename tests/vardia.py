"""Made-up reports, read."""

from typing import Any

from counterclaim import read

NOTICE = "[MADE UP] Vardia and everything in this text are invented.\n"


def told(text: str, **head: str) -> list[dict[str, Any]]:
    """The tellings of a made-up report, in the public shape."""
    stated = "".join(f"{key}: {value}\n" for key, value in ({"theatre": "vardia"} | head).items())
    return [telling.as_json() for telling in read(f"---\n{stated}---\n{NOTICE}{text}\n")]
