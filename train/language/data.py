"""Reads the treebank and the entity files, and splits the latter into a training and a held-out part."""
import gzip
import hashlib
import json
from collections import namedtuple

Sentence = namedtuple("Sentence", "source forms upos xpos heads labels entities")
ENTITY_FILES = ["uner", "wnut17", "wikigold", "re3d", "politics"]
SOURCES = ["generic", "uner", "wnut17", "wikigold", "re3d", "politics"]
HELD_OUT_PERCENT = 20
BLOCK = 10


def open_text(path):
    return gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")


def read_conllu(path):
    """Sentences of a CoNLL-U file; multiword tokens and empty nodes are skipped. Head 0 is the root."""
    rows, sentences = [], []
    with open_text(path) as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("#"):
                continue
            if not line:
                if rows:
                    sentences.append(to_sentence(rows))
                rows = []
                continue
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
    if rows:
        sentences.append(to_sentence(rows))
    return sentences


def to_sentence(rows):
    return Sentence("uner", [r[1] for r in rows], [r[3] for r in rows], [r[4] for r in rows],
                    [int(r[6]) for r in rows], [r[7] for r in rows], None)


def bioes(tokens, entities):
    """One tag per token; an entity whose borders are no token borders covers every token it touches."""
    tags = ["O"] * len(tokens)
    for entity in entities:
        covered = [i for i, (start, end) in enumerate(tokens) if start < entity["end"] and end > entity["start"]]
        if not covered or any(tags[i] != "O" for i in covered):
            continue
        kind = entity["type"]
        for i in covered:
            tags[i] = "I-" + kind
        tags[covered[0]] = "B-" + kind
        tags[covered[-1]] = ("S-" if len(covered) == 1 else "E-") + kind
    return tags


def held_out(source, identifier, number):
    """Whole blocks of neighbouring sentences are held out, so that a name's other mentions go with it."""
    block = identifier.rsplit("-", 1)[0] + ":" + str(number // BLOCK)
    if source == "re3d":
        block = identifier.rsplit("-", 1)[0]
    return int(hashlib.sha256((source + block).encode()).hexdigest(), 16) % 100 < HELD_OUT_PERCENT


def read_entities(folder, name):
    """(training rows, held-out rows) of one entity file; of uner the dev part is held out."""
    train, rest = [], []
    with open_text(f"{folder}/{name}.dev.jsonl.gz") as file:
        for number, line in enumerate(file):
            row = json.loads(line)
            out = row["dataset"] == "uner-ewt" if name == "uner" else held_out(name, row["id"], number)
            (rest if out else train).append(row)
    return train, rest


def entity_sentence(row, source):
    # Files split at blanks carry a hyphenated word as three tokens, as the treebank does.
    forms = [row["text"][start:end] for start, end in row["tokens"]]
    return Sentence(source, forms, None, None, None, None, bioes(row["tokens"], row["entities"]))


def training_sentences(data):
    """Treebank sentences carry trees and, where the entity file has the same tokens, entities too."""
    treebank = read_conllu(f"{data}/treebank/en_ewt-train.conllu.gz")
    by_tokens, others = {}, []
    for name in ENTITY_FILES:
        rows, _ = read_entities(f"{data}/entities", name)
        for row in rows:
            sentence = entity_sentence(row, name)
            if name == "uner":
                by_tokens[tuple(sentence.forms)] = sentence.entities
            else:
                others.append(sentence)
    joined = [s._replace(entities=by_tokens.get(tuple(s.forms))) for s in treebank]
    return joined, others


def held_out_sentences(data):
    treebank = read_conllu(f"{data}/treebank/en_ewt-dev.conllu.gz")
    entities = {}
    for name in ENTITY_FILES:
        _, rows = read_entities(f"{data}/entities", name)
        entities[name] = [entity_sentence(row, name) for row in rows]
    return treebank, entities
