"""Scores on the held-out parts, gold words: tags, attachment, entity spans."""
import numpy as np
import torch

from augment import spans
from batch import Batch
from decode import best_tree, viterbi


def predict(model, vocabulary, table, sentences, size=64):
    """Yields (sentence, heads, labels, upos, xpos, entities) in any order."""
    model.eval()
    crf = [p.detach().numpy() for p in (model.transitions, model.start, model.stop)]
    order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i].forms))
    for first in range(0, len(order), size):
        chosen = [sentences[i] for i in order[first:first + size]]
        batch = Batch(chosen, vocabulary, lambda r: table[list(r)])
        with torch.no_grad():
            out = model(batch.words, batch.index, batch.rows, batch.sources)
        for b, sentence in enumerate(batch.sentences):
            n = len(sentence.forms) + 1
            heads = best_tree(out["arcs"][b, :n, :n].numpy())
            with torch.no_grad():
                labels = model.labels(out["dependents"][b, 1:n], out["heads"][b, heads[1:]]).argmax(1)
            entities = viterbi(out["entities"][b, 1:n].numpy(), *crf)
            yield (sentence, heads[1:], [vocabulary.labels[i] for i in labels],
                   [vocabulary.upos[i] for i in out["upos"][b, 1:n].argmax(1)],
                   [vocabulary.xpos[i] for i in out["xpos"][b, 1:n].argmax(1)],
                   [vocabulary.entities[i] for i in entities])


def evaluate(model, vocabulary, table, treebank, entities):
    counts = np.zeros(5)
    for sentence, heads, labels, upos, xpos, _ in predict(model, vocabulary, table, treebank):
        for i in range(len(heads)):
            arc = heads[i] == sentence.heads[i]
            counts += [1, upos[i] == sentence.upos[i], xpos[i] == sentence.xpos[i], arc,
                       arc and labels[i] == sentence.labels[i]]
    lines = ["upos {:.2f} xpos {:.2f} uas {:.2f} las {:.2f}".format(*(100 * counts[1:] / counts[0]))]
    for name, sentences in entities.items():
        for source in ("own", "generic"):
            lines.append(f"{name}/{source} {entity_f1(model, vocabulary, table, sentences, source):.1f}")
    return "  ".join(lines)


def entity_f1(model, vocabulary, table, sentences, source):
    """Micro F1 over PER, ORG, LOC."""
    gold = predicted = right = 0
    renamed = [s if source == "own" else s._replace(source=source) for s in sentences]
    for sentence, *_, tags in predict(model, vocabulary, table, renamed):
        a, b = ({s for s in spans(t) if s[2] != "MISC"} for t in (sentence.entities, tags))
        gold, predicted, right = gold + len(a), predicted + len(b), right + len(a & b)
    return 200 * right / max(1, gold + predicted)
