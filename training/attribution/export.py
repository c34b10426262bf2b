"""Weights as they travel in the package: ONNX, matrices in 7 of 8 bits, one scale a channel; the mean of several runs.

Seven bits, since processors without an instruction for it (VNNI) add two products of 8 bits in 16 and cut what does not
fit: with whole 8 bits they read otherwise than others do.
"""

import hashlib
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path

import click
import onnx
import torch
from onnx import TensorProto, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from counterclaim.reading.onnx_network import SIZES

from encoder import grown

MOST = 64  # of a weight: two products of it and 255 fit into 16 bits


def mean(runs: Sequence[Path]) -> dict[str, torch.Tensor]:
    """The mean of the weights of runs."""
    states = [torch.load(run / "weights.pt", weights_only=True) for run in runs]
    return {name: torch.stack([state[name] for state in states]).mean(dim=0) for name in states[0]}


@click.command()
@click.argument("runs", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The model file to write.")
@click.option("--name", default="reading-en/5", show_default=True, help="What each telling says it was read by.")
@click.option("--vocabulary", type=click.Path(exists=True, path_type=Path), required=True)
def main(runs: tuple[Path, ...], out: Path, name: str, vocabulary: Path) -> None:
    """Writes the model file with the mean of the weights of RUNS, which went on from the same run."""
    state = mean(runs)
    encoder = grown(state)
    example = torch.ones((2, 20), dtype=torch.int64)
    axes = {name: {0: "windows", 1: "pieces"} for name in ("ids", "types", "tags", "cue_types", "links", "meanings")}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder, "plain.onnx")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            torch.onnx.export(
                encoder.eval(),
                (example, example),
                str(plain),
                input_names=["ids", "types"],
                output_names=["tags", "cue_types", "links", "meanings"],
                dynamic_axes=axes,
                opset_version=17,
                dynamo=False,
            )
        quantize_dynamic(plain, out, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    model = onnx.load(out)
    held = [numpy_helper.to_array(one) for one in model.graph.initializer if one.data_type == TensorProto.INT8]
    if not held or max(abs(one.astype(int)).max() for one in held) > MOST:
        raise click.ClickException(f"The weights are not whole numbers up to {MOST}.")
    digest = hashlib.sha256(vocabulary.read_bytes()).hexdigest()
    said = SIZES | {"pieces": len(state["word.weight"]), "vocabulary": digest, "name": name}
    onnx.helper.set_model_props(model, {key: str(value) for key, value in said.items()})
    onnx.save(model, out)
    click.echo(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
