"""The weights of a model file as those of a run, to go on from: `python shipped.py model.onnx --start … --out RUN`.

What `export.py` wrote in 8 bits comes back as the number in the middle of each step, embeddings of pieces as the start
weights have them: these are never trained.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import numpy as np
import onnx
import torch
from onnx import numpy_helper

from counterclaim.reading.pieces import Vocabulary

from encoder import Encoder, started

EXTRA = ("shape", "place", "scheme")
MATRICES = ("attend", "attended", "inner", "outer")  # of a layer, in the order of the graph
HEADS = ("tags", "types", "links", "meanings")


def matrices(layers: int) -> Iterator[str]:
    """The names of all matrices in the order of the graph."""
    yield from (f"layers.{at}.{name}.weight" for at in range(layers) for name in MATRICES)
    yield from (f"{name}.weight" for name in HEADS)


def weights(model: onnx.ModelProto, encoder: Encoder) -> dict[str, torch.Tensor]:
    """All weights of `encoder` as `model` has them. Raises KeyError where the model is of another make."""
    held = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    state = dict(encoder.state_dict())
    for name in state:
        if name in held:
            state[name] = torch.from_numpy(held[name].copy())
    for name in EXTRA:
        made = _plain(held, f"{name}.weight")
        state[f"{name}.weight"] = torch.from_numpy(made)
    numbered = sorted(
        {match[1] for one in held if (match := re.match(r"(onnx::MatMul_\d+)_quantized$", one))},
        key=lambda name: int(name.rpartition("_")[2]),
    )
    for name, written in zip(matrices(len(encoder.layers)), numbered, strict=True):
        state[name] = torch.from_numpy(_plain(held, written).T.copy())
    return state


def _plain(held: dict[str, np.ndarray], name: str) -> np.ndarray:
    steps = held[f"{name}_quantized"].astype(np.float32) - held[f"{name}_zero_point"].astype(np.float32)
    return (steps * held[f"{name}_scale"]).astype(np.float32)


@click.command()
@click.argument("model", type=click.Path(exists=True, path_type=Path))
@click.option("--weights", "start", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--pieces", type=click.Path(exists=True, path_type=Path), required=True, help="The whole vocabulary.")
@click.option("--vocabulary", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True)
def main(model: Path, start: Path, pieces: Path, vocabulary: Path, out: Path) -> None:
    """Writes OUT/weights.pt with the weights of MODEL."""
    whole = {piece: at for at, piece in enumerate(pieces.read_text("utf-8").splitlines())}
    encoder = started(start, [whole[piece] for piece in Vocabulary.load(vocabulary).numbers])
    encoder.load_state_dict(weights(onnx.load(model), encoder))
    out.mkdir(parents=True, exist_ok=True)
    torch.save(encoder.state_dict(), out / "weights.pt")


if __name__ == "__main__":
    main()
