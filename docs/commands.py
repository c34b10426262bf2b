"""Writes docs/reference/commands.md: the help of every command, as the program prints it."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from counterclaim import cli

PAGE = Path(__file__).parent / "reference" / "commands.md"
WIDTH = 100


def helps(command: click.Command, name: str, above: click.Context | None = None) -> Iterator[str]:
    """A section for `command` and each command below it."""
    settings: dict[str, Any] = {**command.context_settings, "terminal_width": WIDTH}
    context = click.Context(command, parent=above, info_name=name, **settings)
    yield f"## `{context.command_path}`\n\n```\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            yield from helps(command.commands[below], below, context)


def page() -> str:
    """The whole page."""
    codes = (cli.__doc__ or "").partition("Exit codes: ")[2].replace("\n", " ").strip()
    head = "# Commands\n\nMade by `make docs` from the program's own help.\n\nExit codes: "
    return head + codes + "\n\n" + "\n".join(helps(cli.cli, "counterclaim"))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")
