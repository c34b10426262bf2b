"""Trains the network: `python train.py --help`. Deterministic for one seed, machine and number of threads."""

import json
import math
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import torch
from torch import Tensor
from tqdm import tqdm

from counterclaim.reading.pieces import Vocabulary
from losses import loss
from marked import Marked, marked

from encoder import Encoder, grown, started
from examples import corpus, paged, polnear, sketched
from retold import told_anew
from varied import varied

NEW = ("tags", "types", "links", "meanings", "shape", "place", "scheme")  # what the start weights do not hold
FASTER = 8  # times the rate of the rest
WEIGHTS = {  # of the heads in the loss
    "tags": 4.0,
    "types": 0.1,
    "link": 0.5,
    "relay": 0.5,
    "fillers": 10.0,
    "slot": 0.5,
    "place": 0.5,
    "kind": 1.5,
    "polarity": 0.5,
    "certainty": 0.7,
    "background": 0.2,
    "class": 0.3,
}
WINDOWS = (128, 112, 144, 160, 120)  # limits of the windows, epoch by epoch: where they part differs


def batches(windows: Sequence[Marked], size: int, draw: random.Random) -> Iterator[list[Marked]]:
    """All windows once, like lengths together, at most `size` pieces (padded) each, in random order."""
    order = sorted(windows, key=lambda window: window.size + draw.uniform(-8, 8))
    found: list[list[Marked]] = [[]]
    for window in order:
        longest = max([window.size, *(held.size for held in found[-1])])
        if found[-1] and longest * (len(found[-1]) + 1) > size:
            found.append([])
        found[-1].append(window)
    draw.shuffle(found)
    yield from found


def train(network: Encoder, epochs: Sequence[Sequence[Marked]], asked: Mapping[str, Any]) -> Encoder:
    """Trains on one list of windows an epoch; returns the network with the moving average of its weights."""
    draw = random.Random(asked["seed"])
    order = [list(batches(windows, asked["batch"], draw)) for windows in epochs]
    steps = sum(map(len, order))
    stepper = torch.optim.AdamW(_groups(network, asked["rate"]), betas=(0.9, 0.98))
    warm = max(1, steps // 16)
    plan = torch.optim.lr_scheduler.LambdaLR(
        stepper, lambda step: min((step + 1) / warm, (steps - step) / (steps - warm))
    )
    average = {name: weights.detach().clone() for name, weights in network.named_parameters() if weights.requires_grad}
    network.train()
    network.drop.begin(asked["seed"])
    mean: dict[str, float] = {}
    with tqdm(total=steps, mininterval=20) as bar:
        for batch in (batch for epoch in order for batch in epoch):
            with torch.autocast("cpu", torch.bfloat16, enabled=asked["half"]):
                parts = loss(network, batch, asked["smooth"])
            stepper.zero_grad(set_to_none=True)
            torch.stack([parts[name] * weight for name, weight in WEIGHTS.items() if name in parts]).sum().backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            stepper.step()
            plan.step()
            for name, weights in network.named_parameters():
                if name in average:
                    average[name].lerp_(weights.detach(), 1 - asked["keep"])
            for name, part in parts.items():
                mean[name] = 0.98 * mean.get(name, part.item()) + 0.02 * part.item()
            bar.set_postfix({name: f"{value:.3f}" for name, value in mean.items()}, refresh=False)
            bar.update()
    network.load_state_dict(average, strict=False)
    return network.eval()


def _groups(network: Encoder, rate: float) -> list[dict[str, Any]]:
    """Weights by how they are trained: what is new learns faster, and only matrices decay."""
    groups: dict[tuple[bool, bool], list[Tensor]] = {}
    for name, weights in network.named_parameters():
        if weights.requires_grad:
            groups.setdefault((name.startswith(NEW), weights.ndim > 1), []).append(weights)
    return [
        {"params": params, "lr": rate * (FASTER if new else 1), "weight_decay": 0.01 if matrix else 0.0}
        for (new, matrix), params in groups.items()
    ]


def planned(asked: Mapping[str, Any], vocabulary: Vocabulary) -> Iterator[list[Marked]]:
    """The windows of each epoch."""
    news = list(polnear(asked["news"])) if asked["news"] else []
    news += polnear(asked["news"], primary=False) if asked["news"] and asked["further"] else ()
    names = sorted({one.report.id for one in news})
    random.Random(1).shuffle(names)
    known = set(names[: int(len(names) * asked["known"])])
    news = [one for one in news if one.report.id in known]
    reports = [example for folder in asked["ours"] for example in corpus(folder)]
    excerpts = list(paged(asked["labels"], asked["texts"])) if asked["labels"] else []
    authors = tuple(filter(None, asked["authors"].split(",")))
    draw = random.Random(asked["seed"])
    for at in range(math.ceil(asked["epochs"])):
        seed = asked["seed"] + at
        examples = draw.sample(news, int(len(news) * asked["share"]))
        examples += reports * asked["times"] + excerpts * asked["paged"]
        for turn in range(asked["times"] if asked["drafts"] else 0):
            examples += sketched(asked["drafts"], seed + 100 * turn, authors)
        more = told_anew([*news, *reports, *excerpts], asked["anew"], seed)
        seen = varied(examples, seed) if asked["varied"] else examples
        windows = list(marked([*seen, *more], vocabulary, WINDOWS[at % len(WINDOWS)]))
        draw.shuffle(windows)
        share = min(1.0, asked["epochs"] - at)
        yield windows[: asked["steps"] or int(len(windows) * share)]


@click.command()
@click.option("--weights", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--trained", type=click.Path(exists=True, path_type=Path), help="Go on from this run's weights.")
@click.option("--vocabulary", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--pieces", type=click.Path(exists=True, path_type=Path), required=True, help="The whole vocabulary.")
@click.option("--polnear", "news", type=click.Path(exists=True, path_type=Path), help="polnear-train.jsonl.gz")
@click.option("--corpus", "ours", type=click.Path(exists=True, path_type=Path), multiple=True)
@click.option("--sketches", "drafts", type=click.Path(exists=True, path_type=Path), help="Folder with sketches.")
@click.option(
    "--pages", "labels", type=click.Path(exists=True, path_type=Path), multiple=True, help="Labelled excerpts."
)
@click.option("--texts", type=click.Path(exists=True, path_type=Path), help="Folder with these pages.")
@click.option("--authors", default="", help="Of the sketches those alone: names with commas, control,aid-1 …")
@click.option("--share", default=1.0, help="Of PolNeAR's articles, at random, an epoch.")
@click.option("--known", default=1.0, help="Of PolNeAR, this share of its articles alone, the same in every epoch.")
@click.option("--times", default=3, help="How often our corpus, and the sketches, are seen in an epoch.")
@click.option("--paged", default=3, help="How often the excerpts of real pages are.")
@click.option("--retold", "anew", default=0, help="New sentences with a relay or an addressee, an epoch.")
@click.option("--varied", is_flag=True, help="Exchange names and quotation marks in half of the articles.")
@click.option("--further", is_flag=True, help="Learn from PolNeAR's further annotators too.")
@click.option("--epochs", default=4.0)
@click.option("--rate", default=1.5e-4)
@click.option("--batch", default=3072, help="Pieces, padded.")
@click.option("--drop", default=0.0)
@click.option("--smooth", default=0.0)
@click.option("--keep", default=0.98, help="Of the moving average of the weights, a step.")
@click.option("--half", is_flag=True, help="Multiply in bfloat16: three times as fast where the processor can.")
@click.option("--layers", default="0,1,2,3,4,5")
@click.option("--plain", is_flag=True, help="Without the inputs of capitals and quotation marks.")
@click.option("--seed", default=1)
@click.option("--steps", default=0, help="Stop after so many windows an epoch: a trial.")
@click.option("--out", type=click.Path(path_type=Path), required=True)
def main(**asked: Any) -> None:
    """Trains and keeps weights and what was asked."""
    torch.set_num_threads(2)
    torch.manual_seed(1)  # what is new begins alike in all runs, so that their weights can be averaged
    vocabulary = Vocabulary.load(asked["vocabulary"])
    whole = {piece: at for at, piece in enumerate(asked["pieces"].read_text("utf-8").splitlines())}
    layers = tuple(map(int, asked["layers"].split(",")))
    if asked["trained"]:
        network = grown(torch.load(asked["trained"] / "weights.pt", weights_only=True), asked["drop"])
    else:
        network = started(asked["weights"], [whole[piece] for piece in vocabulary.numbers], layers, asked["drop"])
    for extra in (network.shape, network.place):
        extra.weight.requires_grad_(not asked["plain"])
    torch.manual_seed(asked["seed"])
    began = time.time()
    epochs = list(planned(asked, vocabulary))
    pieces = sum(window.size for windows in epochs for window in windows)
    click.echo(f"{sum(map(len, epochs))} windows, {pieces} pieces, prepared in {time.time() - began:.0f} s")
    began = time.time()
    train(network, epochs, asked)
    took = time.time() - began
    asked["out"].mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), asked["out"] / "weights.pt")
    said = {
        key: str(value) if isinstance(value, Path) else value
        for key, value in asked.items()
        if key not in ("ours", "labels")
    }
    said |= {"pieces_seen": pieces, "seconds": round(took), "pieces_a_second": round(pieces / took)}
    (asked["out"] / "run.json").write_text(json.dumps(said, indent=1) + "\n")
    click.echo(f"{took:.0f} s, {pieces / took:.0f} pieces/s")


if __name__ == "__main__":
    main()
