"""Sentences in the register of news agencies with their trees and entities, put together from a small grammar.

The web treebank has few titles before names, few East Asian and African names, few passives with agents and
few headlines; it names no Koreans at all. The grammar follows the treebank's analyses: `said` heads its quote,
a title before a name is nmod:desc, a year after a date nmod:unmarked. Every sentence is made up."""
import random as random_module

from data import Sentence
import news_words as w

REPORT, TO_ACT, URGE, EXPECT = ([tuple(v.split()) for v in block.replace("\n", ";").split(";")]
                                for block in (w.REPORT, w.TO_ACT, w.URGE, w.EXPECT))
COUNTRIES = [entry.split("|") for entry in w.COUNTRIES.replace("\n", ";").split(";")]
PARTIES, BODIES = w.PARTIES.split(";"), w.BODIES.split(";")
BASE, THIRD, PAST, PARTICIPLE, GERUND = range(5)


class Node:
    """A word with its dependents, left and right, in order; `entity` is (type, key) for words of one name."""

    def __init__(self, form, upos, xpos, entity=None):
        self.form, self.upos, self.xpos, self.entity, self.left, self.right = form, upos, xpos, entity, [], []

    def before(self, relation, node):
        self.left.append((relation, node))
        return self

    def after(self, relation, node):
        self.right.append((relation, node))
        return self

    def first(self, relation, node):
        self.left.insert(0, (relation, node))
        return self

    def words(self):
        return [x for _, n in self.left for x in n.words()] + [self] + [x for _, n in self.right for x in n.words()]


def verb(forms, index, finite_plural=False):
    tags = {BASE: "VB", THIRD: "VBZ", PAST: "VBD", PARTICIPLE: "VBN", GERUND: "VBG"}
    if index == THIRD and finite_plural:
        return Node(forms[BASE], "VERB", "VBP")
    return Node(forms[index], "VERB", tags[index])


def forms(text):
    """Regular forms of a verb unless all five are given."""
    parts = text.split()
    if len(parts) == 5:
        return tuple(parts)
    base = parts[0]
    stem = base[:-1] if base.endswith("e") else base
    third = base + "es" if base.endswith(("s", "sh", "ch")) else base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeo" else base + "s"
    past = base[:-1] + "ied" if base.endswith("y") and base[-2] not in "aeo" else stem + "ed"
    return base, third, past, past, stem + "ing"


def det(word):
    return Node(word, "DET", "DT")


def adp(word):
    return Node(word, "ADP", "IN")


def comma():
    return Node(",", "PUNCT", ",")


class Writer:
    def __init__(self, random):
        self.r, self.key = random, 0
        self.headline = False

    def chance(self, p):
        return self.r.random() < p

    def name_key(self):
        self.key += 1
        return self.key

    def flat(self, words, kind):
        entity = (kind, self.name_key())
        head = Node(words[0], "PROPN", "NNP", entity)
        for word in words[1:]:
            head.after("flat", Node(word, "PROPN", "NNP", entity))
        return head

    def compound(self, words, kind):
        """A name whose last word is its head: North Korea, Supreme Court."""
        entity = (kind, self.name_key())
        article = words[0] in ("the", "The") and len(words) > 1
        rest = words[1:] if article else words
        plural = rest[-1] in ("States", "Nations", "Emirates", "Philippines", "Netherlands", "Guards")
        head = Node(rest[-1], "PROPN", "NNPS" if plural else "NNP", entity)
        if article and words[0] == "the" and not self.headline:
            head.before("det", det("the"))
        possessor = None
        for i, word in enumerate(rest[:-1]):
            if word == "'s":
                possessor.after("case", Node("'s", "PART", "POS", entity))
                continue
            if rest[i + 1] == "'s":
                possessor = Node(word, "NOUN", "NNPS", entity)
                head.before("nmod:poss", possessor)
                continue
            adjective = word in w.ADJECTIVES_IN_NAMES
            head.before("amod" if adjective else "compound", Node(word, "ADJ" if adjective else "PROPN", "NNP", entity))
        return head

    def invented(self):
        pick = self.r.choice
        word = "".join(pick("b d f g h k l m n p r s t v z ch sh kr tr dr st gh".split()) + pick("a e i o u a i ae ou".split())
                       for _ in range(self.r.choice([1, 2, 2, 3])))
        return (word + pick(["", "n", "r", "s", "k", "v", "l", "sk", "nov", "ez", "ian", "burg", "wal", "mar"])).capitalize()

    def person_name(self):
        draw = self.r.random()
        if draw < 0.28:
            return self.flat([self.r.choice(w.FAMILY), *self.r.sample(w.SYLLABLES, self.r.choice([1, 2, 2]))], "PER")
        surname = self.invented() if self.chance(0.3) else self.r.choice(w.SURNAMES)
        given = self.invented() if self.chance(0.12) else self.r.choice(w.GIVEN)
        if draw < 0.42:
            return self.flat([surname], "PER")
        if draw < 0.52:
            return self.flat([given, self.r.choice(["al", "bin", "van", "de", "M.", "J.", "A.", self.r.choice(w.SURNAMES)]), surname], "PER")
        return self.flat([given, surname], "PER")

    def country(self):
        return self.r.choice(COUNTRIES)

    def country_name(self, country=None):
        words = (country or self.country())[0].split()
        if words[0] in ("Sri", "Costa", "Sierra"):
            return self.flat(words, "LOC")
        return self.compound(words, "LOC")

    def demonym(self, country=None):
        country = country or self.country()
        while not country[1]:
            country = self.country()
        words = country[1].split()
        entity = ("MISC", self.name_key())
        if words == ["U.S."]:
            return "compound", Node("U.S.", "PROPN", "NNP", ("LOC", entity[1]))
        node = Node(words[-1], "ADJ", "JJ", entity)
        for word in words[:-1]:
            node.before("amod", Node(word, "ADJ", "JJ", entity))
        return "amod", node

    def place(self):
        draw = self.r.random()
        if draw < 0.35:
            return self.country_name()
        if draw < 0.7:
            words = self.country()[2].split()
            return self.compound(words, "LOC") if words[0] in ("New", "Mexico", "Kuwait") else self.flat(words, "LOC")
        return self.flat([self.invented() if self.chance(0.3) else self.r.choice(w.PLACES)], "LOC")

    def body(self):
        if self.chance(0.25):
            words = self.r.choice(PARTIES).split()
            head = self.compound(words, "ORG")
            return head if self.headline else head.first("det", det("the"))
        return self.compound(self.r.choice(BODIES).split(), "ORG")

    def common(self, text, plural=False, determiner="the", modifiers=()):
        words = text.split()
        head = Node(words[-1], "NOUN", "NNS" if plural else "NN")
        for relation, node in modifiers:
            head.before(relation, node)
        for word in words[:-1]:
            adjective = word in ("prime", "foreign", "deputy", "chief", "draft", "interior")
            head.before("amod" if adjective else "compound", Node(word, "ADJ" if adjective else "NOUN", "JJ" if adjective else "NN"))
        if determiner and not self.headline:
            pronoun = determiner in ("its", "his", "her", "their")
            head.first("nmod:poss" if pronoun else "det", Node(determiner, "PRON", "PRP$") if pronoun else det(determiner))
        return head

    def with_case(self, preposition, node):
        """Puts the preposition before everything that stands before the noun."""
        return node.first("case", adp(preposition))

    def office(self):
        return self.common(self.r.choice(w.OFFICES), modifiers=[self.demonym()] if self.chance(0.6) else ())

    def wrap(self, node):
        """Commas around an apposition or a relative clause; a sentence's end takes the second one away."""
        node.first("punct", comma())
        node.after("punct", comma())
        return node

    def person(self, depth):
        draw = self.r.random()
        if draw < 0.22:
            return self.person_name(), False
        if draw < 0.5:
            name = self.person_name()
            words = self.r.choice(w.TITLES).split()
            title = Node(words[-1], "PROPN", "NNP")
            if self.chance(0.55):
                title.before(*self.demonym())
            for word in words[:-1]:
                adjective = word in ("Foreign", "Prime", "Interior")
                title.before("amod" if adjective else "compound", Node(word, "ADJ" if adjective else "PROPN", "NNP"))
            return name.first("nmod:desc", title), False
        if draw < 0.58 and depth and not self.headline:
            return self.person_name().after("appos", self.wrap(self.office())), False
        if draw < 0.68 and depth and not self.headline:
            return self.office().after("appos", self.wrap(self.person_name())), False
        if draw < 0.75 and depth and not self.headline:
            name = self.person_name()
            return name.after("acl:relcl", self.wrap(self.relative(Node("who", "PRON", "WP"), depth - 1))), False
        if draw < 0.82 and not self.headline:
            return self.person_name().first("nmod:desc", Node(self.r.choice(["Mr.", "Ms.", "Mr", "Mrs.", "Dr."]), "PROPN", "NNP")), False
        if draw < 0.88 and not self.headline:
            return Node(self.r.choice(["he", "she"]), "PRON", "PRP"), False
        if draw < 0.94:
            head = self.common("spokesman", determiner="a")
            return head.after("nmod", self.with_case("for", self.body())), False
        return self.office(), False

    def state(self, depth):
        """A country, a government or an organisation."""
        draw = self.r.random()
        if draw < 0.4:
            node = self.country_name()
            if depth and not self.headline and self.chance(0.15):
                node.after("acl:relcl", self.wrap(self.relative(Node("which", "PRON", "WDT"), depth - 1)))
            elif depth and not self.headline and self.chance(0.12):
                ally = self.common(self.r.choice(["ally", "neighbour", "trading partner", "economy", "donor"]), determiner=None)
                ally.first("amod", Node(self.r.choice(["largest", "closest", "biggest"]), "ADJ", "JJS"))
                ally.first("nmod:poss", self.possessive())
                node.after("appos", self.wrap(ally))
            return node, False
        if draw < 0.5:
            return self.flat(self.country()[2].split(), "LOC"), False
        if draw < 0.7:
            return self.body(), False
        institution = self.r.choice(["government", "parliament", "army", "foreign ministry", "navy", "defence ministry", "cabinet", "embassy", "military"])
        if draw < 0.85 or self.headline:
            return self.common(institution, modifiers=[self.demonym()]), False
        return self.common(institution, determiner=None).first("nmod:poss", self.possessive()), False

    def possessive(self):
        owner = self.country_name()
        return owner.after("case", Node("'" if owner.form.endswith("s") else "'s", "PART", "POS"))

    def number(self):
        if self.chance(0.5):
            return Node(self.r.choice("two three four five six seven eight nine ten twelve".split()), "NUM", "CD")
        return Node(str(self.r.choice([11, 14, 17, 20, 23, 35, 40, 60, 85, 120, 200, 450])), "NUM", "CD")

    def group(self, counted=None):
        head = Node(self.r.choice(w.GROUPS), "NOUN", "NNS")
        if counted or (counted is None and self.chance(0.35)):
            number = self.number()
            draw = self.r.random()
            if draw < 0.2:
                number.before("nmod", Node("least", "ADJ", "JJS").before("case", adp("at")))
            elif draw < 0.4:
                number.before("advmod", Node("more", "ADJ", "JJR").after("fixed", adp("than")))
            head.before("nummod", number)
        elif self.chance(0.25) and not self.headline:
            head.before("det", det("the"))
        if self.chance(0.35):
            head.before(*self.demonym())
        return head, True

    def agent(self, depth):
        draw = self.r.random()
        return self.person(depth) if draw < 0.45 else self.state(depth) if draw < 0.8 else self.group()

    def thing(self):
        modifiers = [("amod", Node(self.r.choice(w.ADJECTIVES), "ADJ", "JJ"))] if self.chance(0.4) else []
        head = self.common(self.r.choice(w.THINGS), determiner="the" if self.chance(0.5) or modifiers else "the", modifiers=modifiers)
        if self.chance(0.3):
            head.after("nmod", self.with_case("with", self.country_name()))
        return head

    def time(self):
        draw = self.r.random()
        if draw < 0.35:
            return "obl", self.with_case("on", Node(self.r.choice(w.DAYS), "PROPN", "NNP"))
        if draw < 0.6:
            return "obl:unmarked", Node(self.r.choice(w.DAYS), "PROPN", "NNP")
        if draw < 0.75:
            unit = Node(self.r.choice(["week", "month", "year"]), "NOUN", "NN")
            return "obl:unmarked", unit.before("amod", Node("last", "ADJ", "JJ"))
        if draw < 0.9:
            return "obl", self.with_case("in", Node(self.r.choice(w.MONTHS), "PROPN", "NNP"))
        day = Node(str(self.r.randint(1, 30)), "NUM", "CD").before("nmod:unmarked", Node(self.r.choice(w.MONTHS), "PROPN", "NNP"))
        return "obl", self.with_case("on", day)

    def obl(self, preposition, node):
        return "obl", self.with_case(preposition, node)

    def act(self, index, plural, depth):
        """A verb with its objects, in the form asked for."""
        choice, v = self.r.randrange(21), lambda text: verb(forms(text), index, plural)
        if choice == 0:
            node = v("meet meets met met meeting").after("obj", self.person(0)[0]).after(*self.obl("in", self.place()))
        elif choice == 1:
            node = v(self.r.choice(["condemn", "criticise", "denounce", "praise", "back", "reject", "welcome", "oppose"])).after("obj", self.thing())
        elif choice == 2:
            sanctions = Node("sanctions", "NOUN", "NNS").before("amod", Node(self.r.choice(["new", "economic", "fresh"]), "ADJ", "JJ"))
            node = v(self.r.choice(["impose", "lift"])).after("obj", sanctions).after(*self.obl("on", self.r.choice([self.country_name(), self.group(True)[0]])))
        elif choice == 3:
            node = v("expel expels expelled expelled expelling").after("obj", self.group(True)[0])
        elif choice == 4:
            ambassador = self.common("ambassador", determiner="its")
            if self.chance(0.6):
                ambassador.after("nmod", self.with_case("to", self.country_name()))
            node = v(self.r.choice(["recall", "summon", "withdraw withdraws withdrew withdrawn withdrawing"])).after("obj", ambassador)
        elif choice == 5:
            node = v(self.r.choice(["arrest", "detain", "release", "kill", "wound", "injure", "capture", "question"])).after("obj", self.group(True)[0])
            if self.chance(0.6):
                node.after(*self.obl(self.r.choice(["in", "near"]), self.place()))
        elif choice == 6:
            node = v(self.r.choice(["shell", "capture", "attack", "bomb", "visit", "leave leaves left left leaving", "besiege"])).after("obj", self.place())
        elif choice == 7:
            talks = Node("talks", "NOUN", "NNS").after("nmod", self.with_case("with", self.person(0)[0] if self.chance(0.6) else self.state(0)[0]))
            if self.chance(0.4):
                talks.before("amod", Node(self.r.choice(["two-day", "direct", "secret", "high-level"]), "ADJ", "JJ"))
            node = v(self.r.choice(["hold holds held held holding", "suspend", "resume", "begin begins began begun beginning"])).after("obj", talks)
            if self.chance(0.5):
                node.after(*self.obl("in", self.place()))
        elif choice == 8:
            node = v("arrive").after(*self.obl("in", self.place()))
            if self.chance(0.4):
                node.after(*self.obl("for", Node("talks", "NOUN", "NNS").after("nmod", self.with_case("with", self.state(0)[0]))))
        elif choice == 9:
            node = v("travel").after(*self.obl("to", self.place()))
        elif choice == 10:
            node = v("accuse").after("obj", self.state(0)[0])
            if self.chance(0.5):
                node.after(*self.obl("of", Node(self.r.choice(w.MASS), "NOUN", "NN")))
            else:
                node.after("advcl", self.act(GERUND, False, 0).first("mark", Node("of", "SCONJ", "IN")))
        elif choice == 11:
            node = v("call").after(*self.obl("for", self.thing()))
        elif choice == 12 and depth:
            node = v("call").after(*self.obl("on", self.state(0)[0])).after("xcomp", self.infinitive(0))
        elif choice == 13 and depth:
            node = verb(self.r.choice(URGE), index, plural).after("obj", self.agent(0)[0]).after("xcomp", self.infinitive(0))
        elif choice in (14, 15) and depth:
            node = verb(self.r.choice(TO_ACT), index, plural).after("xcomp", self.infinitive(depth - 1))
        elif choice == 16:
            node = v("sign").after("obj", self.thing()).after(*self.obl("in", self.place()))
        elif choice == 17:
            troops = Node(self.r.choice(["troops", "warships", "tanks", "observers", "jets"]), "NOUN", "NNS")
            node = v(self.r.choice(["deploy", "send sends sent sent sending", "move"])).after("obj", troops).after(*self.obl("to", self.place()))
        elif choice == 18:
            node = v("withdraw withdraws withdrew withdrawn withdrawing").after(*self.obl("from", self.place()))
        elif choice == 19:
            node = v(self.r.choice(["dismiss", "appoint", "replace", "succeed", "thank"])).after("obj", self.person(0)[0])
        else:
            border = self.common("border").after("nmod", self.with_case("with", self.country_name()))
            node = v(self.r.choice(["cross", "close", "reopen"])).after("obj", border)
        return node

    def infinitive(self, depth):
        return self.act(BASE, False, depth).first("mark", Node("to", "PART", "TO"))

    def relative(self, pronoun, depth):
        if self.chance(0.3):
            node = self.passive(pronoun, False, False)
        else:
            node = self.act(self.r.choice([PAST, THIRD]), False, depth).first("nsubj", pronoun)
        return node

    def passive(self, subject, plural, with_agent=True):
        done = forms(self.r.choice(["kill", "arrest", "detain", "release", "suspend", "impose", "attack", "sign", "reject", "approve", "delay", "expel expels expelled expelled expelling",
                                    "hold holds held held holding", "shoot shoots shot shot shooting", "postpone", "recall", "wound", "close", "question", "elect", "appoint"]))
        node = Node(done[PARTICIPLE], "VERB", "VBN").before("nsubj:pass", subject)
        draw = self.r.random()
        if self.headline and draw < 0.5:
            pass
        elif draw < 0.5:
            node.before("aux:pass", Node("were" if plural else "was", "AUX", "VBD"))
        elif draw < 0.7:
            node.before("aux", Node("have" if plural else "has", "AUX", "VBP" if plural else "VBZ")).before("aux:pass", Node("been", "AUX", "VBN"))
        elif draw < 0.8:
            node.before("aux", Node("had", "AUX", "VBD")).before("aux:pass", Node("been", "AUX", "VBN"))
        elif draw < 0.9:
            node.before("aux", Node(self.r.choice(["will", "would", "could"]), "AUX", "MD")).before("aux:pass", Node("be", "AUX", "VB"))
        else:
            node.before("aux:pass", Node("are" if plural else "is", "AUX", "VBP" if plural else "VBZ"))
        if with_agent and self.chance(0.5):
            node.after("obl:agent", self.with_case("by", self.agent(0)[0]))
        if self.chance(0.4):
            node.after(*self.obl(self.r.choice(["in", "near", "outside"]), self.place()))
        if self.chance(0.35) and not self.headline:
            node.after(*self.time())
        return node

    def clause(self, depth, tense=None):
        """A finite clause with its subject."""
        draw = self.r.random()
        if draw < 0.2:
            subject, plural = self.group() if self.chance(0.6) else (self.thing(), False)
            return self.passive(subject, plural)
        if draw < 0.27 and depth:
            subject, plural = self.agent(depth - 1)
            node = Node(self.r.choice(EXPECT)[PARTICIPLE], "VERB", "VBN").before("nsubj:pass", subject)
            node.before("aux:pass", Node("are" if plural else "is", "AUX", "VBP" if plural else "VBZ"))
            return node.after("xcomp", self.infinitive(0))
        subject, plural = self.agent(depth)
        draw = self.r.random()
        if draw < 0.58:
            index = PAST if not self.headline else THIRD
            node = self.act(index, plural, depth).first("nsubj", subject)
            if self.chance(0.15) and not self.headline:
                node.before("advmod", Node(self.r.choice(["also", "repeatedly", "formally", "reportedly", "later"]), "ADV", "RB"))
        elif draw < 0.74:
            node = self.act(PARTICIPLE, plural, depth)
            node.first("aux", Node("have" if plural else "has", "AUX", "VBP" if plural else "VBZ")).first("nsubj", subject)
        elif draw < 0.88:
            node = self.act(BASE, plural, depth)
            if self.chance(0.3):
                node.first("advmod", Node("not", "PART", "RB"))
            node.first("aux", Node(self.r.choice(["will", "would", "could", "may", "must"]), "AUX", "MD")).first("nsubj", subject)
        else:
            node = self.act(GERUND, plural, depth)
            node.first("aux", Node("are" if plural else "is", "AUX", "VBP" if plural else "VBZ")).first("nsubj", subject)
        if self.chance(0.4) and not self.headline:
            node.after(*self.time())
        return node

    def adverbial(self, node):
        draw = self.r.random()
        if draw < 0.4:
            node.after("advcl", self.clause(0).first("mark", Node(self.r.choice(["after", "as", "because", "while", "before"]), "SCONJ", "IN")))
        elif draw < 0.6:
            node.after("advcl", self.act(GERUND, False, 0).first("mark", Node("after", "SCONJ", "IN")))
        elif draw < 0.8:
            node.after("advcl", self.act(GERUND, False, 0).first("punct", comma()))
        else:
            node.after("obl", self.group(True)[0].first("case", Node("despite", "ADP", "IN")))
        return node

    def speaker(self):
        draw = self.r.random()
        if draw < 0.5:
            return self.person(0)[0], False
        if draw < 0.65:
            name = self.flat([self.r.choice(w.AGENCIES)], "ORG")
            if self.chance(0.5):
                agency = self.common("news agency", determiner="the" if self.chance(0.4) else None)
                agency.first("compound", Node("state", "NOUN", "NN")) if not agency.left or agency.left[0][1].form != "the" else None
                name.first("nmod:desc", agency)
            return name, False
        if draw < 0.75:
            return self.common("television", determiner=None, modifiers=[("compound", Node("state", "NOUN", "NN"))]), False
        if draw < 0.88:
            return self.state(0)
        return self.group(False)

    def said(self, plural=False):
        return verb(self.r.choice(REPORT[:3] if self.chance(0.75) else REPORT), PAST, plural)

    def sentence_node(self):
        draw = self.r.random()
        if draw < 0.3:
            node = self.clause(2)
            if self.chance(0.35):
                self.adverbial(node)
        elif draw < 0.45:
            subject, plural = self.speaker()
            node = self.said(plural).before("nsubj", subject)
            if self.chance(0.4):
                node.after(*self.time())
            content = self.clause(1)
            node.after("ccomp", content.first("mark", Node("that", "SCONJ", "IN")) if self.chance(0.5) else content)
        elif draw < 0.57:
            subject, plural = self.speaker()
            node = self.said(plural).before("ccomp", self.clause(1).after("punct", comma())).before("nsubj", subject)
            if self.chance(0.3):
                node.after(*self.time())
        elif draw < 0.72:
            content = self.clause(1)
            content.first("punct", Node('"', "PUNCT", "``"))
            content.after("punct", comma()).after("punct", Node('"', "PUNCT", "''"))
            subject, _ = self.person(1)
            node = Node("said", "VERB", "VBD").before("ccomp", content)
            node = node.after("nsubj", subject) if self.chance(0.6) else node.before("nsubj", subject)
        elif draw < 0.8:
            event = self.common(self.r.choice(w.EVENTS), modifiers=[self.demonym()] if self.chance(0.3) else ())
            node = verb(forms("come comes came come coming"), self.r.choice([THIRD, PAST])).before("nsubj", event)
            node.after("advcl", self.clause(1).first("mark", Node(self.r.choice(["as", "after", "after"]), "SCONJ", "IN")))
        elif draw < 0.86:
            node = self.clause(1)
            source = self.body() if self.chance(0.5) else self.person_name()
            source.first("case", Node("according", "VERB", "VBG").after("fixed", Node("to", "ADP", "IN"))).first("punct", comma())
            node.after("obl", source)
        elif draw < 0.93:
            node = self.clause(1)
            node.after("conj", self.act(PAST, False, 0).first("cc", Node("and", "CCONJ", "CC")))
        else:
            month, place = Node(self.r.choice(w.MONTHS + w.DAYS), "PROPN", "NNP"), self.place()
            node = self.clause(1)
            opener = self.with_case("In", self.r.choice([month, place]))
            node.first("obl", opener.after("punct", comma()))
        return node

    def sentence(self):
        self.headline = self.chance(0.12)
        root = self.clause(0) if self.headline else self.sentence_node()
        if not self.headline and self.chance(0.95):
            root.after("punct", Node(".", "PUNCT", "."))
        return linearise(root)


def linearise(root):
    relations, parents = {id(root): "root"}, {id(root): None}

    def visit(node):
        for relation, child in node.left + node.right:
            relations[id(child)], parents[id(child)] = relation, node
            visit(child)
    visit(root)
    written = root.words()
    # Of two marks in a row the first goes; so does a comma at the very end.
    words = [n for n, following in zip(written, [*written[1:], None])
             if n.form != "," or (following is not None and following.form not in (",", "."))]
    position = {id(n): i + 1 for i, n in enumerate(words)}
    objects = {"he": "him", "she": "her"}
    forms = [n.form if relations[id(n)].startswith("nsubj") else objects.get(n.form, n.form) for n in words]
    start = 1 if forms[0] == '"' else 0
    forms[start] = forms[start][:1].upper() + forms[start][1:]
    tags = []
    for i, node in enumerate(words):
        if node.entity is None:
            tags.append("O")
            continue
        begins = i == 0 or words[i - 1].entity != node.entity
        ends = i + 1 == len(words) or words[i + 1].entity != node.entity
        tags.append(("S-" if begins and ends else "B-" if begins else "E-" if ends else "I-") + node.entity[0])
    heads = [position[id(parents[id(n)])] if parents[id(n)] is not None else 0 for n in words]
    return Sentence("generic", forms, [n.upos for n in words], [n.xpos for n in words], heads, [relations[id(n)] for n in words], tags)


def write_news(count, random):
    """`count` sentences of 4 to 45 words."""
    writer, result = Writer(random), []
    while len(result) < count:
        sentence = writer.sentence()
        if 4 <= len(sentence.forms) <= 45:
            result.append(sentence)
    return result


if __name__ == "__main__":
    for s in write_news(12, random_module.Random(3)):
        print(" ".join(s.forms))
        print("  ", " ".join(f"{f}/{x}<{s.forms[h - 1] if h else 'ROOT'}:{l}{'' if t == 'O' else '[' + t + ']'}"
                             for f, x, h, l, t in zip(s.forms, s.xpos, s.heads, s.labels, s.entities)))
