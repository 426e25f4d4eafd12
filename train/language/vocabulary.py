"""Vocabularies and quantised word vectors: everything that turns words into numbers."""
import json
from collections import Counter

import numpy as np
import torch

import features

ENTITY_TAGS = ["O"] + [f"{p}-{t}" for t in ("PER", "ORG", "LOC", "MISC") for p in "BIES"]


def read_vectors(path, limit):
    """The most frequent words of the wink package and their vectors as int8 rows with one scale each."""
    with open(path, encoding="utf-8") as file:
        package = json.load(file)
    words = package["words"][:limit]
    matrix = np.array([package["vectors"][w][:100] for w in words], dtype=np.float32)
    scales = (np.abs(matrix).max(axis=1) / 127).astype(np.float16).astype(np.float32)
    scales[scales == 0] = 1e-3
    rows = np.clip(np.rint(matrix / scales[:, None]), -127, 127).astype(np.int8)
    return words, rows, scales.astype(np.float16)


def vector_table(rows, scales):
    """The vectors as they are at inference, row 0 for unknown words."""
    return torch.tensor(np.concatenate([np.zeros((1, rows.shape[1]), np.float32),
                                        rows.astype(np.float32) * scales.astype(np.float32)[:, None]]))


class Vocabulary:
    """Word, character and label inventories; `word_ids` gives what the model needs of one word."""

    def __init__(self, words, learned, characters, upos, xpos, labels, word_length):
        self.words, self.learned, self.characters = words, learned, characters
        self.upos, self.xpos, self.labels, self.entities = upos, xpos, labels, ENTITY_TAGS
        self.word_length = word_length
        # Row 0 is the zero vector of unknown words and of the root.
        self.word_index = {w: i + 1 for i, w in enumerate(words)}
        self.learned_index = {w: i + 2 for i, w in enumerate(learned)}
        self.character_index = {c: i + 5 for i, c in enumerate(characters)}
        self.cache = {}

    @staticmethod
    def build(treebank, others, words, config):
        keys = Counter(features.learned_key(f) for s in treebank for f in s.forms)
        characters = Counter(c for s in treebank + others for f in s.forms
                             for c in features.digits_to_zero(features.normalise(f)))
        learned = sorted(k for k, n in keys.items() if n >= config["word"]["minimumCount"])
        inventory = [sorted(set(x for s in treebank for x in getattr(s, k))) for k in ("upos", "xpos", "labels")]
        return Vocabulary(words, learned, sorted(c for c, n in characters.items() if n >= 8), *inventory,
                          config["wordLength"])

    def word_ids(self, form):
        """(vector row, learned row, shape, character ids); learned row 0 is unknown, 1 the root."""
        if form not in self.cache:
            row = next((self.word_index[k] for k in features.lookup_keys(form) if k in self.word_index), 0)
            learned = 1 if form == features.ROOT else self.learned_index.get(features.learned_key(form), 0)
            self.cache[form] = (row, learned, features.shape(form),
                                features.character_ids(form, self.character_index, self.word_length))
        return self.cache[form]
