"""Sentences to tensors."""
import torch

import features
from data import SOURCES


class Batch:
    """Sentences sorted by length, longest first, the root as position 0 of each."""

    def __init__(self, sentences, vocabulary, vectors, drop=None, random=None):
        order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i].forms))
        self.order, self.sentences = order, [sentences[i] for i in order]
        self.lengths = torch.tensor([len(s.forms) + 1 for s in self.sentences])
        T = int(self.lengths[0])
        self.rows = torch.tensor([int((self.lengths > t).sum()) for t in range(T)], dtype=torch.int32)
        seen, table = {}, []
        index = torch.zeros(T, len(sentences), dtype=torch.long)
        for b, sentence in enumerate(self.sentences):
            for t, form in enumerate([features.ROOT, *sentence.forms]):
                ids = vocabulary.word_ids(form)
                if drop:
                    ids = drop(form, ids, random)
                key = (form, ids[0], ids[1])
                if key not in seen:
                    seen[key] = len(table)
                    table.append(ids)
                index[t, b] = seen[key]
        rows, learned, shapes, characters = zip(*table)
        self.words = (vectors(rows), torch.tensor(learned), torch.tensor(shapes), torch.tensor(characters))
        self.index = index
        self.sources = torch.tensor([SOURCES.index(s.source) for s in self.sentences])

    def column(self, name, ids, fill=-100):
        """Gold values [B,T]; position 0 (the root) and padding hold `fill`."""
        out = torch.full((len(self.sentences), len(self.rows)), fill, dtype=torch.long)
        for b, sentence in enumerate(self.sentences):
            values = getattr(sentence, name)
            if values is not None:
                out[b, 1:len(values) + 1] = torch.tensor([ids(v) for v in values])
        return out
