"""Sentences with names of every kind, made from the patterns of templates.txt and the makers of names.py.

A line of templates.txt is a sentence cut into words as the treebank cuts them; `{kind}` stands for a name, whose type is that of
TYPES, `{a|b|c}` for one of several wordings. The sentences have no trees: they teach names alone."""
import os
import re
from random import Random

from data import Sentence
from names import Names
from news import Writer

TYPES = {
    "PER": "person given family",
    "LOC": "town country state code site street place",
    "ORG": """letters coined company shop band school team station paper unit force ministry court party armed ngo league hospital museum hotel
              railway body organisation""",
    "MISC": "nation work battle war cup award festival product law",
}
TYPE = {kind: label for label, kinds in TYPES.items() for kind in kinds.split()}
PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates.txt")
SLOT = re.compile(r"\{[^}]*\}")


def read_patterns():
    with open(PATH, encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip() and not line.startswith("#")]


def tags(count, label):
    return ["S-" + label] if count == 1 else ["B-" + label, *["I-" + label] * (count - 2), "E-" + label]


def fill(pattern, names, random):
    """(words, entity tags) of one pattern."""
    words, labels = [], []
    # Spaces inside of alternatives are no borders of words yet.
    for piece in SLOT.sub(lambda m: m[0].replace(" ", "\0"), pattern).split():
        slot = piece[1:-1].replace("\0", " ") if piece[0] == "{" else None
        if slot in TYPE:
            made = names.make(slot)
            labels += tags(len(made), TYPE[slot])
        else:
            made = random.choice(slot.split("|")).split() if slot is not None else [piece]
            labels += ["O"] * len(made)
        words += made
    words[0] = words[0][:1].upper() + words[0][1:]
    return words, labels


def write_templates(count, random):
    patterns, names, result = read_patterns(), Names(random, Writer(random).invented), []
    for _ in range(count):
        words, labels = fill(random.choice(patterns), names, random)
        result.append(Sentence("generic", words, None, None, None, None, labels))
    return result


if __name__ == "__main__":
    for sentence in write_templates(60, Random(5)):
        print(" ".join(f"{f}{'' if t == 'O' else '/' + t}" for f, t in zip(sentence.forms, sentence.entities)))
