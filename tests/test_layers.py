"""The house keeps its order: imports point downwards, no rings, modules and functions stay small."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "counterclaim"
LAYERS = {
    "errors": 0, "extensions": 0, "model": 0,
    "kinds": 1, "lang": 1, "ledger": 1,
    "theatres": 2, "intake": 2,
    "reading": 3,
    "grounding": 4,
    "reviewing": 5, "linking": 5, "masking": 5,
    "assessing": 6,
    "export": 7, "scale": 7, "evaluating": 7,
    "pipeline": 7.5,
    "api": 8, "tally": 8, "printing": 8, "progress": 8, "streams": 8, "options": 8, "opening": 8, "labelled_view": 8,
    "views": 8.1, "drawing": 8.2, "printing_claims": 8.2, "web": 8.3,
    "corpus_commands": 8.5, "evaluate_commands": 8.5, "theatre_commands": 8.5, "place_commands": 8.5,
    "roster_commands": 8.5, "claim_commands": 8.5, "story_commands": 8.5, "review_commands": 8.5,
    "serve_command": 8.5, "news_commands": 8.5, "control_commands": 8.5,
    "cli": 9, "__init__": 9, "__main__": 9,
}  # fmt: skip
MODULES = sorted(SOURCE.rglob("*.py"))
MAX_MODULE, MAX_FUNCTION = 300, 60  # lines


def name_of(path: Path) -> str:
    return ".".join(("counterclaim", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__")


def layer(module: str) -> float:
    parts = module.split(".")
    return LAYERS[parts[1] if len(parts) > 1 else "__init__"]


def imports(path: Path) -> Iterator[str]:
    names = {name_of(module) for module in MODULES}
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("counterclaim"))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("counterclaim"):
            for alias in node.names:
                deeper = f"{node.module}.{alias.name}"
                yield deeper if deeper in names else str(node.module)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_downwards(path: Path) -> None:
    here = layer(name_of(path))
    above = [found for found in imports(path) if layer(found) > here]
    assert not above


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_stand_at_the_top(path: Path) -> None:
    tree = ast.parse(path.read_text())
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert not [node.lineno for node in found if node.col_offset]


def test_there_are_no_rings() -> None:
    graph = {name_of(path): set(imports(path)) - {name_of(path)} for path in MODULES}
    assert list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= MAX_MODULE
    nodes = ast.walk(ast.parse(text))
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= MAX_FUNCTION]
    assert not long
