"""One encoder, five heads: parts of speech, Penn tags, arcs, relations, entities.

Words: fixed GloVe vector + learned vector + character convolution with maximum + letter-case shape.
Encoder: bidirectional LSTMs. Arcs: deep biaffine attention (Dozat and Manning 2017). Relations: low-rank
bilinear form of head and dependent. Entities: BIOES tags with a linear-chain CRF (Lample et al. 2016)."""
import torch
from torch import nn
from torch.nn import functional as F

from features import SHAPES
from lstm import BiLSTM


class Model(nn.Module):
    def __init__(self, config, vocabulary, sources):
        super().__init__()
        word, heads, hidden = config["word"], config["heads"], config["encoder"]["hidden"]
        self.dropout, self.width = config["dropout"], word["characterWidth"]
        self.learned = nn.Embedding(len(vocabulary.learned) + 2, word["learned"])
        self.character = nn.Embedding(len(vocabulary.characters) + 5, word["characterEmbedding"], padding_idx=0)
        self.filters = nn.Parameter(torch.empty(self.width, word["characterEmbedding"], word["characters"]))
        self.filter_bias = nn.Parameter(torch.zeros(word["characters"]))
        self.shape = nn.Embedding(len(SHAPES), word["shape"])
        size = 100 + word["learned"] + word["characters"] + word["shape"]
        self.layers = nn.ModuleList(BiLSTM(size if i == 0 else 2 * hidden, hidden)
                                    for i in range(config["encoder"]["layers"]))
        parts = [heads["arc"], heads["arc"], heads["label"], heads["label"], heads["tag"], heads["entity"]]
        self.parts = parts
        self.project = nn.Linear(2 * hidden, sum(parts))
        self.arc = nn.Parameter(torch.zeros(heads["arc"], heads["arc"]))
        self.arc_bias = nn.Parameter(torch.zeros(heads["arc"]))
        self.label = nn.Linear(heads["label"], len(vocabulary.labels))
        self.label_head = nn.Linear(heads["label"], len(vocabulary.labels), bias=False)
        self.label_dependent = nn.Linear(heads["label"], len(vocabulary.labels), bias=False)
        self.upos = nn.Linear(heads["tag"], len(vocabulary.upos))
        self.xpos = nn.Linear(heads["tag"], len(vocabulary.xpos))
        self.source = nn.Embedding(len(sources), heads["entity"])
        self.entity = nn.Linear(heads["entity"], len(vocabulary.entities))
        count = len(vocabulary.entities)
        self.transitions = nn.Parameter(torch.zeros(count, count))
        self.start, self.stop = nn.Parameter(torch.zeros(count)), nn.Parameter(torch.zeros(count))
        nn.init.normal_(self.learned.weight, 0, 0.1)
        nn.init.normal_(self.character.weight, 0, 0.3)
        nn.init.normal_(self.filters, 0, 0.1)
        nn.init.normal_(self.shape.weight, 0, 0.3)
        nn.init.normal_(self.source.weight, 0, 0.05)
        nn.init.xavier_uniform_(self.arc)
        self.source.weight.data[0] = 0

    def words(self, vectors, learned, shapes, characters):
        """[U,100], [U], [U], [U,L] -> [U,D]. The convolution is a sum of table rows: filter times character vector."""
        padded = F.pad(characters, (self.width // 2, self.width // 2))
        length = characters.shape[1]
        total = self.filter_bias
        for offset in range(self.width):
            total = total + F.embedding(padded[:, offset:offset + length], self.character.weight @ self.filters[offset])
        return torch.cat([vectors, self.learned(learned), F.relu(total.max(1).values), self.shape(shapes)], 1)

    def shared_dropout(self, x, rate):
        """One mask per sentence, the same at every position (Gal and Ghahramani 2016)."""
        if not self.training or not rate:
            return x
        return x * (torch.rand(1, *x.shape[1:]) >= rate) / (1 - rate)

    def encode(self, x, rows):
        """[T,B,D] -> [T,B,2H]"""
        x = self.shared_dropout(x, self.dropout * 0.75)
        for i, layer in enumerate(self.layers):
            y = self.shared_dropout(layer(x, rows), self.dropout)
            x = x + y if i else y
        return x

    def forward(self, words, index, rows, sources):
        """words: features of the distinct words; index [T,B] into them. Scores, batch first."""
        x = F.embedding(index, self.words(*words))
        h = self.encode(x, rows)
        projected = F.leaky_relu(self.project(h), 0.1)
        arc_d, arc_h, label_d, label_h, tag, entity = [
            self.shared_dropout(p, self.dropout).transpose(0, 1) for p in projected.split(self.parts, -1)]
        arcs = (arc_d @ self.arc + self.arc_bias) @ arc_h.transpose(1, 2)
        entity = entity + self.source(sources)[:, None]
        return {"arcs": arcs, "dependents": label_d, "heads": label_h, "upos": self.upos(tag), "xpos": self.xpos(tag),
                "entities": self.entity(entity)}

    def labels(self, dependents, heads):
        """Relation scores of pairs given row by row."""
        return self.label(dependents * heads) + self.label_dependent(dependents) + self.label_head(heads)

    def entity_loss(self, scores, tags, lengths):
        """Negative log likelihood of the CRF, summed over sentences [B,T,K]."""
        B, T, _ = scores.shape
        positions, times = torch.arange(B), torch.arange(T)
        active = times[None] < lengths[:, None]
        emitted = scores.gather(2, tags[:, :, None]).squeeze(2) * active
        moved = self.transitions[tags[:, :-1], tags[:, 1:]] * active[:, 1:]
        gold = self.start[tags[:, 0]] + emitted.sum(1) + moved.sum(1) + self.stop[tags[positions, lengths - 1]]
        transitions = self.transitions.exp()
        alpha = self.start + scores[:, 0]
        rows, ended = active.sum(0).tolist(), []
        for t in range(1, T):
            # Rows are sorted by length, so those that have ended are the last ones.
            if rows[t] < len(alpha):
                ended.append(alpha[rows[t]:])
                alpha = alpha[:rows[t]]
            highest = alpha.detach().max(1, keepdim=True).values
            alpha = ((alpha - highest).exp() @ transitions + 1e-30).log() + highest + scores[:rows[t], t]
        alpha = torch.cat([alpha, *reversed(ended)])
        return (torch.logsumexp(alpha + self.stop, 1) - gold).sum()
