"""Training noise: the spellings of headlines, shouted lines and careless posts, and other names in the same trees."""
from collections import defaultdict

SMALL_WORDS = set("a an the of in on at to for and or but by with from as is".split())
RATES = {"headline": 0.08, "upper": 0.04, "lower": 0.03, "drop_final": 0.08, "names": 0.35}


def name_pool(sentences):
    """Names of the training sentences by type and number of words; words of trees keep their number."""
    pool = defaultdict(list)
    for sentence in sentences:
        if sentence.entities is None or sentence.source in ("re3d",):
            continue
        for start, end, kind in spans(sentence.entities):
            words = sentence.forms[start:end]
            if kind in ("PER", "LOC") and all(w[:1].isupper() and w.isalpha() for w in words):
                pool[kind, end - start].append(words)
    return pool


def spans(tags):
    start = None
    for i, tag in enumerate(tags):
        if tag[0] in "BS":
            start = i
        if tag[0] in "ES" and start is not None:
            yield start, i + 1, tag[2:]
            start = None


def swap_names(sentence, pool, random):
    forms = list(sentence.forms)
    for start, end, kind in spans(sentence.entities):
        words = forms[start:end]
        if end - start > 3 or random.random() < 0.5 or not all(w[:1].isupper() and w.isalpha() for w in words):
            continue
        candidates = pool.get((kind, end - start))
        if candidates:
            forms[start:end] = random.choice(candidates)
    return sentence._replace(forms=forms)


def drop_final_punctuation(sentence):
    """Without its last mark, where nothing hangs on that mark and it ends no name."""
    last = len(sentence.forms)
    named = sentence.entities and sentence.entities[-1] != "O"
    if last < 4 or sentence.forms[-1] not in ".!?" or named or (sentence.heads and last in sentence.heads):
        return sentence
    return sentence._replace(**{k: getattr(sentence, k)[:-1] for k in
                                ("forms", "upos", "xpos", "heads", "labels", "entities") if getattr(sentence, k)})


def headline(forms, random):
    keep_small = random.random() < 0.5
    return [f if i and keep_small and f in SMALL_WORDS else f[:1].upper() + f[1:] for i, f in enumerate(forms)]


def augment(sentence, pool, random):
    """A noisy variant of a training sentence, or the sentence itself."""
    if sentence.entities and random.random() < RATES["names"]:
        sentence = swap_names(sentence, pool, random)
    draw = random.random()
    if draw < RATES["headline"]:
        sentence = drop_final_punctuation(sentence) if random.random() < 0.8 else sentence
        return sentence._replace(forms=headline(sentence.forms, random))
    draw -= RATES["headline"]
    if draw < RATES["upper"]:
        return sentence._replace(forms=[f.upper() for f in sentence.forms])
    draw -= RATES["upper"]
    if draw < RATES["lower"]:
        return sentence._replace(forms=[f.lower() for f in sentence.forms])
    draw -= RATES["lower"]
    return drop_final_punctuation(sentence) if draw < RATES["drop_final"] else sentence
