"""Word features. src/resources/language-features.ts computes the same ones at inference; change both together."""
import unicodedata

PAD, UNKNOWN, BEGIN, END, ROOT_CHARACTER = range(5)
ROOT = "\0root"
SHAPES = ["none", "number", "lower", "title", "upper", "initial", "mixed", "alphanumeric", "root"]
REPLACE = {"‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "‟": '"',
           "«": '"', "»": '"', "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "…": "..."}


def normalise(form):
    """Typographic quotes, dashes and ellipses to plain ones, '' and `` to \", so that the press's typography changes nothing."""
    text = "".join(REPLACE.get(c, c) for c in form)
    if text in ("''",):
        return '"'
    if text and all(c == "-" for c in text):
        return "-"
    return text


def strip_accents(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def digits_to_zero(text):
    return "".join("0" if "0" <= c <= "9" else c for c in text)


def lookup_keys(form):
    """Spellings under which a word is looked up among the word vectors, in order."""
    lower = normalise(form).lower()
    return [lower, strip_accents(lower)]


def learned_key(form):
    return digits_to_zero(normalise(form).lower())


def shape(form):
    if form == ROOT:
        return SHAPES.index("root")
    text = normalise(form)
    upper = [c for c in text if c.lower() != c]
    lower = [c for c in text if c.upper() != c]
    digit = any("0" <= c <= "9" for c in text)
    if not upper and not lower:
        name = "number" if digit else "none"
    elif digit:
        name = "alphanumeric"
    elif not upper:
        name = "lower"
    elif not lower:
        name = "initial" if len(upper) == 1 else "upper"
    elif len(upper) == 1 and text[0] == upper[0]:
        name = "title"
    else:
        name = "mixed"
    return SHAPES.index(name)


def character_ids(form, vocabulary, length):
    """Begin, up to `length` characters (the first and last half of longer words), end, padding."""
    if form == ROOT:
        ids = [ROOT_CHARACTER]
    else:
        text = list(digits_to_zero(normalise(form)))
        if len(text) > length:
            text = text[:length // 2] + text[-(length // 2):]
        ids = [character_id(c, vocabulary) for c in text]
    ids = [BEGIN, *ids, END]
    return ids + [PAD] * (length + 2 - len(ids))


def character_id(character, vocabulary):
    if character in vocabulary:
        return vocabulary[character]
    plain = strip_accents(character)
    return vocabulary.get(plain, UNKNOWN)
