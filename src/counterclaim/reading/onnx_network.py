"""The trained network, run by onnxruntime: no torch, one window a call, as many calls at once as there are cores."""

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import onnxruntime

from counterclaim.errors import ModelError
from counterclaim.reading.interface import Scheme
from counterclaim.reading.network import (
    CUE_TYPES,
    LAYERS,
    LINK_SIZE,
    LINKS,
    MEANINGS,
    TAGS,
    Floats,
    Output,
    gathered,
    inputs,
)
from counterclaim.reading.pieces import Vocabulary
from counterclaim.reading.windows import Window, Words

MODEL, PIECES = "model.onnx", "vocabulary.txt"
SIZES = {"layers": len(LAYERS), "tags": TAGS, "cue_types": len(CUE_TYPES), "links": len(LINKS), "link_size": LINK_SIZE}
SIZES |= {name: len(labels) for name, labels in MEANINGS.items()}


@dataclass(frozen=True, slots=True)
class OnnxNetwork:
    """A network in a folder: `model.onnx` and `vocabulary.txt`; `name` says which, and its version.

    A window is never padded or put together with another, so that its numbers depend on nothing else.
    """

    vocabulary: Vocabulary
    session: onnxruntime.InferenceSession = field(repr=False, compare=False)
    name: str

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The network of `folder`. Raises ModelError where a file is missing, damaged, or of another make."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 4
        try:
            vocabulary = Vocabulary.load(folder / PIECES)
            session = onnxruntime.InferenceSession(folder / MODEL, options, providers=["CPUExecutionProvider"])
        except (OSError, ValueError, RuntimeError) as error:
            raise ModelError(
                f"The model in {folder} cannot be loaded: {error}", f"Give a folder that holds {MODEL} and {PIECES}."
            ) from error
        except Exception as error:  # onnxruntime has errors of its own, without a common base
            raise ModelError(
                f"The model in {folder} cannot be loaded: {error}", "Take the file as it was made."
            ) from error
        made = session.get_modelmeta().custom_metadata_map
        wanted = {name: str(size) for name, size in (SIZES | {"pieces": len(vocabulary.numbers)}).items()}
        digest = hashlib.sha256((folder / PIECES).read_bytes()).hexdigest()
        other = made.get("vocabulary", digest) != digest
        if other or {name: made.get(name) for name in wanted} != wanted or not made.get("name"):
            remedy = "Export it with training/attribution/export.py of this version, and keep its vocabulary beside it."
            raise ModelError(f"The model in {folder} is of another make: {made}.", remedy)
        return cls(vocabulary, session, made["name"])

    def output(self, words: Words, windows: Sequence[Window], scheme: Scheme) -> Output:
        """The numbers for each word of `windows`, which follow one another in `words`."""

        def row(window: Window) -> tuple[list[int], Floats, Floats, Floats, Floats]:
            ids, types, firsts, numbers = inputs(words, window, scheme)
            given: dict[str, Any] = {"ids": ids[None], "types": types[None]}
            tags, cue_types, links, meanings = (part[0, firsts] for part in self.session.run(None, given))
            return numbers, tags, cue_types, links, meanings

        with ThreadPoolExecutor(
            len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
        ) as pool:
            return gathered(list(pool.map(row, windows)))
