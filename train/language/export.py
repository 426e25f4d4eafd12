"""Writes a trained run as the files that ship: two ONNX graphs, quantised word vectors, vocabularies, manifest.

python3 export.py --run RUN --out ../../models [--source generic]
"""
import argparse
import hashlib
import json
import os
import pickle

import numpy as np
import torch

import data
from model import Model
from onnx_writer import RUNTIME, Graph

NAME = "language-en"


def quantised(g, weight):
    """Weights of an LSTM as seven-bit integers, one scale for each gate and unit: (integers, scales, zero points).

    Eight bits would overflow in the sixteen-bit sums of processors without VNNI; with seven, all give the same sums."""
    weight = weight.transpose(0, 2, 1)
    scale = np.abs(weight).max(1) / 64
    integers = np.round(weight / scale[:, None]).astype(np.int8)
    return g.constant(integers), g.constant(scale.astype(np.float32)), g.constant(np.zeros(scale.shape, np.int8))


def encoder_graph(model, source):
    """Distinct words in, scores of every position out; see language-encoder.ts for the shapes."""
    g, n = Graph("encoder"), lambda t: t.detach().numpy()
    vectors = g.input("vectors", "float32", ["words", 100])
    learned = g.input("learned", "int32", ["words"])
    shapes = g.input("shapes", "int32", ["words"])
    characters = g.input("characters", "int32", ["words", "characters"])
    index = g.input("index", "int32", ["positions", "sentences"])
    lengths = g.input("lengths", "int32", ["sentences"])

    # The character convolution is a sum of table rows: one table a filter column. The padded text is cut three times.
    total = None
    length = model.character_length
    for offset in range(model.width):
        table = g.half(n(model.character.weight @ model.filters[offset]))
        cut = g.node("Slice", [characters, *(g.constant(np.array([v], np.int64)) for v in (offset, offset + length, 1))])
        rows = g.node("Gather", [table, cut], axis=0)
        total = rows if total is None else g.node("Add", [total, rows])
    # The bias is the same at every position, so it may follow the maximum.
    highest = g.node("ReduceMax", [total], axes=[1], keepdims=0)
    spelled = g.node("Relu", [g.node("Add", [highest, g.half(n(model.filter_bias))])])
    words = g.node("Concat", [vectors, g.node("Gather", [g.half(n(model.learned.weight)), learned], axis=0), spelled,
                              g.node("Gather", [g.half(n(model.shape.weight)), shapes], axis=0)], axis=1)
    x = g.node("Gather", [words, index], axis=0)
    shape_bts = g.constant(np.array([0, 0, -1], np.int64))
    for i, layer in enumerate(model.layers):
        H = layer.hidden
        bias = np.concatenate([n(layer.b), np.zeros_like(n(layer.b))], 1)
        w, r = quantised(g, n(layer.w)), quantised(g, n(layer.r))
        y = g.node("DynamicQuantizeLSTM", [x, w[0], r[0], g.half(bias), lengths, "", "", "", *w[1:], *r[1:]], domain=RUNTIME,
                   direction="bidirectional", hidden_size=H)
        y = g.node("Reshape", [g.node("Transpose", [y], perm=[0, 2, 1, 3]), shape_bts])
        x = g.node("Add", [x, y]) if i else y
    x = g.node("Transpose", [x], perm=[1, 0, 2])

    def linear(value, weight, bias):
        product = g.node("MatMul", [value, g.half(weight)])
        return product if bias is None else g.node("Add", [product, g.half(bias)])

    projected = g.node("LeakyRelu", [linear(x, n(model.project.weight).T, n(model.project.bias))], alpha=0.1)
    sizes = g.constant(np.array(model.parts, np.int64))
    arc_d, arc_h, label_d, label_h, tag, entity = g.node("Split", [projected, sizes], outputs=6, axis=2)
    left = linear(arc_d, n(model.arc), n(model.arc_bias))
    arcs = g.node("MatMul", [left, g.node("Transpose", [arc_h], perm=[0, 2, 1])])
    # One source's convention is fixed here: its vector joins the bias of the entity layer.
    fixed = n(model.entity.bias) + n(model.entity.weight) @ n(model.source.weight)[source]
    g.output("arcs", ["sentences", "positions", "positions"], arcs)
    g.output("dependents", ["sentences", "positions", model.parts[2]], label_d)
    g.output("heads", ["sentences", "positions", model.parts[3]], label_h)
    for name, layer, bias in (("upos", model.upos, n(model.upos.bias)), ("xpos", model.xpos, n(model.xpos.bias))):
        g.output(name, ["sentences", "positions", layer.out_features], linear(tag, n(layer.weight).T, bias))
    g.output("entities", ["sentences", "positions", model.entity.out_features],
             linear(entity, n(model.entity.weight).T, fixed))
    return g


def label_graph(model):
    """Relation scores of (dependent, head) pairs, row by row."""
    g, n = Graph("labels"), lambda t: t.detach().numpy()
    size = model.parts[2]
    dependents = g.input("dependents", "float32", ["pairs", size])
    heads = g.input("heads", "float32", ["pairs", size])
    product = g.node("MatMul", [g.node("Mul", [dependents, heads]), g.half(n(model.label.weight).T)])
    alone = g.node("MatMul", [dependents, g.half(n(model.label_dependent.weight).T)])
    head = g.node("MatMul", [heads, g.half(n(model.label_head.weight).T)])
    total = g.node("Add", [g.node("Add", [product, alone]), g.node("Add", [head, g.half(n(model.label.bias))])])
    g.output("labels", ["pairs", model.label.out_features], total)
    return g


def round_list(tensor):
    return np.round(tensor.detach().numpy().astype(np.float64), 4).tolist()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--source", default="generic", choices=data.SOURCES)
    options = parser.parse_args()
    with open(os.path.join(options.run, "vocabulary.pickle"), "rb") as file:
        config, vocabulary, rows, scales = pickle.load(file)
    model = Model(config, vocabulary, data.SOURCES)
    model.load_state_dict(torch.load(os.path.join(options.run, "model.pt"))["average"])
    model.eval()
    model.character_length = config["wordLength"] + 2
    os.makedirs(options.out, exist_ok=True)
    path = lambda suffix: os.path.join(options.out, f"{NAME}.{suffix}")

    encoder_graph(model, data.SOURCES.index(options.source)).save(path("encoder.onnx"))
    label_graph(model).save(path("labels.onnx"))
    with open(path("vectors.bin"), "wb") as file:
        file.write(rows.tobytes() + scales.astype(np.float32).tobytes())
    with open(path("words.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(vocabulary.words) + "\n")
    inventory = {
        "wordLength": vocabulary.word_length, "characterPadding": model.width // 2, "dimensions": int(rows.shape[1]),
        "characters": vocabulary.characters, "learned": vocabulary.learned, "upos": vocabulary.upos, "xpos": vocabulary.xpos,
        "labels": vocabulary.labels, "entities": vocabulary.entities,
        "transitions": round_list(model.transitions), "start": round_list(model.start), "stop": round_list(model.stop)}
    with open(path("json"), "w", encoding="utf-8") as file:
        json.dump(inventory, file, ensure_ascii=False, separators=(",", ":"))
        file.write("\n")
    update_manifest(options.out, [f"{NAME}.{s}" for s in ("encoder.onnx", "labels.onnx", "vectors.bin", "words.txt", "json")])


def update_manifest(folder, names):
    """models/manifest.json: file name -> bytes and SHA-256; entries of other models stay."""
    path = os.path.join(folder, "manifest.json")
    manifest = json.load(open(path)) if os.path.exists(path) else {"files": {}}
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            content = file.read()
        manifest["files"][name] = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    manifest["files"] = dict(sorted(manifest["files"].items()))
    with open(path, "w", encoding="utf-8") as file:
        json.dump(manifest, file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main()
