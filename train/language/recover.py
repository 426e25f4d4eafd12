"""Takes the weights of the shipped files back into a run folder, so that training can go on from them: recover.py MODELS RUN DATA VECTORS

What the files do not hold: the sources' vectors (one is folded into the bias of the entity layer) and the factors of the letter
tables (any factors with the same product serve)."""
import json
import os
import pickle
import sys

import numpy as np
import torch

import data
from model import Model
from vocabulary import Vocabulary, read_vectors

KINDS = {1: np.float32, 3: np.int8, 6: np.int32, 7: np.int64, 10: np.float16}


def fields(content):
    """(field number, value) of a protocol buffer message; values are integers or bytes."""
    at = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = content[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value
    while at < len(content):
        key = varint()
        if key & 7 == 0:
            yield key >> 3, varint()
        elif key & 7 == 5:
            at += 4
            yield key >> 3, content[at - 4:at]
        else:
            size = varint()
            at += size
            yield key >> 3, content[at - size:at]


def weights(path):
    """The weights of a graph in the order in which export.py wrote them; integers are multiplied out."""
    with open(path, "rb") as file:
        graph = next(value for field, value in fields(file.read()) if field == 7)
    found = []
    for field, value in fields(graph):
        if field != 5:
            continue
        parts = list(fields(value))
        kind = KINDS[next(v for f, v in parts if f == 2)]
        array = np.frombuffer(next(v for f, v in parts if f == 9), kind).reshape([v for f, v in parts if f == 1])
        if kind == np.float16:
            found.append(torch.tensor(array.astype(np.float32)))
        elif kind == np.int8 and array.ndim == 3:
            integers = array.astype(np.float32)
        elif kind == np.float32 and array.ndim == 2:
            found.append(torch.tensor((integers * array[:, None]).transpose(0, 2, 1)))
    return found


def fill(model, encoder, labels):
    """Puts the weights where export.py took them from."""
    take, takelabel = iter(encoder).__next__, iter(labels).__next__
    tables = torch.cat([take() for _ in range(model.width)], 1)
    left, sizes, right = torch.linalg.svd(tables, full_matrices=False)
    rank = model.character.weight.shape[1]
    root = sizes[:rank].sqrt()
    model.character.weight.data = left[:, :rank] * root
    model.filters.data = torch.stack((root[:, None] * right[:rank]).chunk(model.width, 1))
    for parameter in (model.filter_bias, model.learned.weight, model.shape.weight):
        parameter.data = take()
    for layer in model.layers:
        layer.w.data, layer.r.data, bias = take(), take(), take()
        layer.b.data = bias[:, :bias.shape[1] // 2].contiguous()
    model.project.weight.data, model.project.bias.data = take().t().contiguous(), take()
    model.arc.data, model.arc_bias.data = take(), take()
    for layer in (model.upos, model.xpos, model.entity):
        layer.weight.data, layer.bias.data = take().t().contiguous(), take()
    model.source.weight.data.zero_()
    for layer in (model.label, model.label_dependent, model.label_head):
        layer.weight.data = takelabel().t().contiguous()
    model.label.bias.data = takelabel()


def main(models, run, folder, vectors):
    path = lambda suffix: os.path.join(models, f"language-en.{suffix}")
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "config.json")) as file:
        config = json.load(file)
    with open(path("json"), encoding="utf-8") as file:
        inventory = json.load(file)
    words, rows, scales = read_vectors(vectors, config["vectors"])
    vocabulary = Vocabulary(words, inventory["learned"], inventory["characters"], inventory["upos"], inventory["xpos"],
                            inventory["labels"], inventory["wordLength"])
    model = Model(config, vocabulary, data.SOURCES)
    fill(model, weights(path("encoder.onnx")), weights(path("labels.onnx")))
    for name in ("transitions", "start", "stop"):
        getattr(model, name).data = torch.tensor(inventory[name])
    os.makedirs(run, exist_ok=True)
    with open(os.path.join(run, "vocabulary.pickle"), "wb") as file:
        pickle.dump((config, vocabulary, rows, scales), file)
    torch.save({"average": model.state_dict()}, os.path.join(run, "model.pt"))


if __name__ == "__main__":
    main(*sys.argv[1:5])
