"""Makers of names by kind for the sentences of templates.txt: people, places, organisations and other proper names.

Words come from the tables of the project (data/actors, data/places), from news_words.py and from the lists below, which were written
for this project; they are combined at random, so that no maker writes a closed list of names."""
import csv
import gzip
import json
import os

import news_words as w

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data")

TOPICS = """Arts Science Technology Medicine Design Music Law Economics Engineering Agriculture Education Theology Nursing Trade
Transport Health Energy Fisheries Mining Forestry Labour Justice Finance Culture Tourism Sports Defence""".split()
INDUSTRIES = """Motors Foods Airlines Airways Energy Power Gas Oil Steel Textiles Chemicals Pharmaceuticals Electronics Software Systems
Technologies Networks Records Pictures Studios Media Publishing Insurance Capital Partners Holdings Industries Logistics Shipping
Construction Cement Mining Brewery Telecom Cable Aerospace Robotics Solutions Services Trading Foods Furniture Toys Bicycles Outfitters
Consulting Realty Plumbing Dental Roofing Landscaping Pharmacy Bakery Books Optical Florist Catering Towing""".split()
FORMS = ["Inc.", "Corp.", "Ltd.", "LLC", "Group", "Company", "Co.", "AG", "S.A.", "plc", "GmbH", "Limited", "Corporation", "& Co.", "International"]
BEASTS = """Tigers Lions Bears Wolves Hawks Eagles Ravens Sharks Panthers Bulls Stallions Falcons Cougars Hornets Rockets Giants Knights
Raiders Saints Pirates Warriors Rangers Rovers Wanderers Thunder Heat Flames Jets Kings Royals Bulldogs Dragons Dolphins Comets""".split()
CLUBS = ["United", "City", "Rovers", "FC", "Athletic", "Dynamo", "Spartak", "Town", "Rangers", "Sporting", "Olympic", "Hockey Club", "Cricket Club", "Rugby Club"]
PLAIN = """silver broken quiet hollow electric velvet burning paper golden crooked distant frozen hidden hungry iron lonely midnight
northern painted restless secret seven sleeping stolen wild winter wooden wandering empty blue black red white green last first""".split()
NOUNS = """river garden mirror engine harbour shadow letter summer mountain orchard lantern ocean bridge sparrow window machine parade
cathedral desert station circus feather forest fountain island kingdom ladder market meadow moon promise queen road rose sailor
season sky stone storm stranger thunder tower train valley voyage whisper winter wolf house child king dream night star heart""".split()
MILITARY = ["Infantry", "Cavalry", "Artillery", "Airborne", "Engineer", "Fighter", "Guards", "Marine", "Tank", "Air Defense", "Rifle", "Militia"]
UNITS = ["Division", "Regiment", "Brigade", "Battalion", "Wing", "Squadron", "Corps", "Company", "Fleet"]
NGOS = ["Watch", "Relief", "Without Borders", "Foundation", "Trust", "Initiative", "Project", "Alliance", "Network", "Fund"]
LEAGUES = ["League", "Conference", "Federation", "Association", "Championship"]
BODIES = """Congress Senate Parliament Cabinet Interpol NATO UNESCO Knesset Bundestag Duma Treasury Pentagon""".split()
FORCES = ["Army", "Navy", "Air Force", "Marines", "Coast Guard", "National Guard", "Royal Navy", "Royal Air Force", "Guard", "Special Forces"]
CUPS = ["Cup", "Open", "Grand Prix", "Classic", "Marathon", "Masters", "Games", "Trophy", "Championships", "Bowl", "Rally"]
AWARDS = ["Prize", "Award", "Medal", "Awards", "Fellowship", "Order"]
FESTIVALS = ["Festival", "Fair", "Biennale", "Carnival", "Expo", "Week", "Convention"]
FAITHS = "Catholic Protestant Muslim Jewish Hindu Buddhist Sikh Orthodox Sunni Shiite Lutheran Methodist Mormon Christian Anglican Baptist Quaker".split()
PEOPLES = "Kurdish Basque Catalan Tamil Pashtun Uighur Berber Hausa Yoruba Zulu Maya Quechua Navajo Cherokee Welsh Breton Flemish Frisian Sami Roma Tatar Chechen Hmong Maori".split()
PRODUCTS = "Falcon Comet Nova Vega Orbit Pulse Atlas Titan Spark Zephyr Ranger Breeze Phantom Aurora Tempo Scout Cobra Mirage Accent Corona".split()
WARS = ["War", "Revolution", "Uprising", "Rebellion", "Campaign", "Offensive", "Crisis"]
PAPERS = ["Times", "Post", "Herald", "Gazette", "Tribune", "Chronicle", "Daily News", "Observer", "Journal", "Star", "Mail", "Courier", "Review", "Weekly"]
STREETS = ["Street", "Road", "Avenue", "Lane", "Boulevard", "Square"]
HOTELS = ["Hotel", "Inn", "Resort", "Suites", "Lodge"]
STATES = """Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa
Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma
Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming Ontario Quebec Alberta Queensland Victoria Bavaria Saxony
Punjab Kerala Gujarat Bihar Sindh Kent Essex Surrey Devon Yorkshire Tuscany Sicily Brittany Normandy Catalonia Andalusia""".split()
STATES += ["New York", "New Jersey", "New Mexico", "North Carolina", "South Dakota", "West Virginia", "New South Wales", "Tamil Nadu"]
CODES = "AL AK AZ CA CO CT FL GA IL IN KS KY LA MA MD MI MN MO NC NJ NM NV NY OH OK OR PA SC TN TX UT VA WA WI DC BC ON UK USA U.S. NSW".split()
TOWNS = """Springfield Franklin Clinton Greenville Bristol Fairview Salem Madison Georgetown Arlington Ashland Dover Oxford Jackson
Burlington Manchester Milton Newport Auburn Centerville Clayton Dayton Lexington Milford Riverside Cleveland Hudson Kingston Mount
Vernon Portland Houston Dallas Austin Denver Boston Chicago Seattle Phoenix Tampa Atlanta Memphis Detroit Leeds Cardiff Glasgow Perth
Brisbane Adelaide Darwin Auckland Toronto Calgary Halifax Winnipeg Mumbai Chennai Pune Lahore Karachi Multan Kandy Penang Cebu Osaka
Kyoto Busan Shanghai Wuhan Xian Hamburg Munich Leipzig Bremen Lyon Nice Marseille Turin Milan Naples Seville Valencia Porto Antwerp
Ghent Rotterdam Utrecht Malmo Bergen Gdansk Krakow Lviv Odessa Kazan Samara Omsk Izmir Haifa Alexandria Casablanca Fez Durban""".split()
WATERS = ["Lake {}", "{} River", "River {}", "{} Bay", "Gulf of {}", "{} Sea", "{} Island", "{} Islands", "Mount {}", "{} Mountains", "{} Valley",
          "{} County", "Port {}", "Cape {}", "{} Beach", "{} Springs", "{} Falls", "{} Park", "{} Airport", "{} Province", "{} District", "{} Creek", "{} Station"]


def column(path, name):
    with open(os.path.join(DATA, path), encoding="utf-8") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            yield from (v for v in row[name].split("|") if v)


def words(names):
    """Names as lists of words; those with marks that the treebank would cut otherwise are left out."""
    return [n.split() for n in names if not any(c in n for c in "',()/-&")]


COUNTRIES, ADJECTIVES = words(column("actors/countries.csv", "name")), words(column("actors/countries.csv", "adjectives"))
CAPITALS, LANDMARKS = words(column("actors/countries.csv", "capitals")), words(column("places/landmarks.csv", "name"))
ORGANISATIONS = words([*column("actors/organisations.csv", "name"), *column("actors/organisations.csv", "aliases")])
with open(os.path.join(DATA, "places", "given-names.txt"), encoding="utf-8") as names_file:
    GIVEN = [n for n in (line.strip() for line in names_file) if n.isalpha()]


def gazetteer():
    """Names of one or two words of the project's gazetteer, whose keys are in lower case (scripts/gazetteer/pack.mjs)."""
    with gzip.open(os.path.join(DATA, "places", "gazetteer.bin.gz")) as file:
        header = json.loads(file.readline())
        keys = file.read(dict(header["sections"])["keys"]).decode("utf-8").split("\n")
    return [key.title().split() for key in keys if key.replace(" ", "").isalpha() and len(key) > 3 and key.count(" ") < 2]


GAZETTEER = gazetteer()


class Names:
    """`make(kind)` gives the words of a name; the first part of a slot's name chooses the maker."""

    def __init__(self, random, invented):
        self.r, self.invented = random, invented

    def chance(self, p):
        return self.r.random() < p

    def pick(self, items):
        return self.r.choice(items)

    def make(self, kind):
        return [word for part in getattr(self, kind)() for word in part.split()]

    # People
    def given(self):
        return [self.pick(GIVEN).capitalize() if self.chance(0.5) else self.pick(w.GIVEN)]

    def family(self):
        return [self.invented() if self.chance(0.3) else self.pick(w.SURNAMES)]

    def person(self):
        draw = self.r.random()
        if draw < 0.1:
            return [self.pick(w.FAMILY), *self.r.sample(w.SYLLABLES, 2)]
        middle = [self.pick("ABCDEFGHJKLMNPRSTW") + "."] if draw < 0.22 else [self.pick(["van", "de", "al", "von", "da"])] if draw < 0.27 else []
        return [*self.given(), *middle, *self.family()]

    # Places
    def town(self):
        draw = self.r.random()
        return [self.pick(TOWNS)] if draw < 0.4 else [self.invented()] if draw < 0.5 else self.pick(GAZETTEER) if draw < 0.75 else self.pick(CAPITALS) if draw < 0.9 else [self.pick(["San", "St.", "New", "Fort", "Santa", "El", "Los"]), self.invented()]

    def country(self):
        return self.pick(COUNTRIES)

    def state(self):
        return [self.pick(STATES)]

    def code(self):
        return [self.pick(CODES)]

    def site(self):
        return self.pick(LANDMARKS) if self.chance(0.3) else [self.pick(WATERS).format(self.pick([*self.family(), *self.town()]))]

    def street(self):
        return [self.pick([*self.family(), *self.town(), "Main", "High", "Church", "Park", "Oak"]), self.pick(STREETS)]

    def place(self):
        return getattr(self, self.pick(["town", "town", "country", "state", "site"]))()

    # Organisations
    def letters(self):
        return ["".join(self.r.choices("ABCDEFGHIKLMNOPRSTUW", k=self.pick([2, 3, 3, 3, 4, 4, 5])))]

    def coined(self):
        """A trade name: one made-up word, plain, in capitals or with a capital inside."""
        word = self.invented()
        draw = self.r.random()
        return [word if draw < 0.6 else word.upper() if draw < 0.7 else word + self.pick(["Tech", "Soft", "Net", "Corp", "Works", "Line", "Bank", "Air"])]

    def company(self):
        draw = self.r.random()
        head = self.pick([self.coined, self.family, self.town, self.letters])()
        if draw < 0.25:
            return self.coined()
        if draw < 0.35:
            return [*self.family(), self.pick(["&", "and"]), *self.family()]
        if draw < 0.65:
            return [*head, self.pick(INDUSTRIES)]
        if draw < 0.85:
            return [*head, self.pick(INDUSTRIES), self.pick(FORMS)]
        return [*head, self.pick(FORMS)]

    def shop(self):
        draw = self.r.random()
        owner = self.given() if draw < 0.4 else self.family()
        if draw < 0.6:
            return [*owner, "'s", *([self.pick(INDUSTRIES)] if self.chance(0.6) else [])]
        return [*self.pick([self.town, self.family, self.coined])(), self.pick(INDUSTRIES)]

    def band(self):
        draw = self.r.random()
        a, n = self.pick(PLAIN).capitalize(), self.pick(NOUNS).capitalize()
        if draw < 0.35:
            return [self.pick(["The", "the"]), *([a] if self.chance(0.6) else []), n + "s"]
        return [a, n] if draw < 0.6 else [n, self.pick(NOUNS).capitalize()] if draw < 0.7 else [n + "s", "of", self.pick(NOUNS).capitalize()] if draw < 0.8 else self.coined()

    def school(self):
        draw = self.r.random()
        if draw < 0.25:
            return ["University", "of", *self.pick([self.town, self.state, self.country])()]
        if draw < 0.5:
            return [*self.pick([self.town, self.state, self.family])(), *(["State"] if self.chance(0.25) else []), self.pick(["University", "College"])]
        if draw < 0.75:
            return [*self.pick([self.town, self.family])(), self.pick(["High School", "Elementary School", "Middle School", "Academy", "Grammar School", "Institute", "Law School"])]
        return [*self.town(), self.pick(["School", "College", "Institute", "Academy"]), "of", self.pick(TOPICS), *(["and", self.pick(TOPICS)] if self.chance(0.3) else [])]

    def team(self):
        draw = self.r.random()
        if draw < 0.5:
            return [*self.pick([self.town, self.state])(), self.pick(BEASTS)]
        return [self.pick(BEASTS)] if draw < 0.62 else [*self.town(), self.pick(CLUBS)] if draw < 0.85 else self.town()

    def station(self):
        draw = self.r.random()
        if draw < 0.35:
            return ["".join(self.r.choices("KWCABDEFMPRSTX", k=4))]
        if draw < 0.5:
            return [str(self.r.randint(2, 9)) + "".join(self.r.choices("ABDGKMPRWXY", k=2))]
        if draw < 0.75:
            return [self.pick(["Radio", "Channel", "TV"]), self.pick([*self.town(), str(self.r.randint(2, 11)), *self.coined()])]
        return [*self.pick([self.town, self.coined, self.letters])(), self.pick(["Radio", "Television", "TV", "FM", "News", "Broadcasting"])]

    def paper(self):
        name = [*self.town(), self.pick(PAPERS)] if self.chance(0.7) else [self.pick(PAPERS)]
        return [*(["The"] if self.chance(0.3) else []), *name]

    def ordinal(self):
        number = self.r.randint(1, 180)
        end = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return str(number) + end

    def unit(self):
        draw = self.r.random()
        if draw < 0.15:
            return [self.ordinal()]
        if draw < 0.6:
            return [self.ordinal(), *([self.pick(MILITARY)] if self.chance(0.6) else []), self.pick(UNITS)]
        if draw < 0.75:
            return [self.pick(["I", "II", "III", "V", "VI", "IX", "X", "XII"]), "Corps"]
        return [self.ordinal(), *self.state(), *([self.pick(MILITARY)] if self.chance(0.6) else [])]

    def force(self):
        head = self.pick(ADJECTIVES) if self.chance(0.35) else [self.pick(["US", "U.S.", "Royal", "Imperial"])] if self.chance(0.3) else []
        return [*head, self.pick(FORCES)]

    def ministry(self):
        topic = self.pick(TOPICS)
        draw = self.r.random()
        if draw < 0.4:
            return [self.pick(["Ministry", "Department", "Office", "Bureau"]), "of", topic, *(["and", self.pick(TOPICS)] if self.chance(0.25) else [])]
        return [topic, self.pick(["Ministry", "Department", "Commission", "Committee", "Agency", "Authority", "Board", "Council"])]

    def court(self):
        return self.pick([["Supreme Court"], ["Court of Appeals"], [*self.town(), "District Court"], ["Constitutional Court"], [*self.state(), "Supreme Court"], ["High Court"], ["Superior Court"]])

    def party(self):
        head = self.pick(["National", "Democratic", "Socialist", "Liberal", "Conservative", "Labour", "Green", "Peasants", "Christian Democratic", "Progressive", "Republican", "Communist", "Popular"])
        return [head, self.pick(["Party", "Party", "Front", "Union", "Alliance", "Movement"]), *(["of", *self.country()] if self.chance(0.2) else [])]

    def armed(self):
        return [self.pick(["Front", "Army", "Movement", "Brigades", "Forces", "Council"]), "for" if self.chance(0.6) else "of", *self.pick([["the Liberation of"], ["National Unity in"], ["a Free"]]), *self.country()] if self.chance(0.4) else [self.pick(["Al", "Lashkar", "Jund", "Ansar"]), self.invented()] if self.chance(0.4) else [*self.pick(ADJECTIVES), self.pick(["Liberation Army", "Resistance Front", "Liberation Tigers", "Islamic Jihad", "Revolutionary Army"])]

    def ngo(self):
        draw = self.r.random()
        if draw < 0.3:
            return [*self.pick([self.town, self.state, self.family])(), self.pick(NGOS)]
        if draw < 0.6:
            return [self.pick(["National", "International", "American", "European", "African", "World"]), self.pick(LEAGUES), "of", self.pick(TOPICS).lower().capitalize(), self.pick(["Workers", "Teachers", "Editors", "Women", "Unions"])]
        return [self.pick(NOUNS).capitalize(), self.pick(NGOS)] if draw < 0.8 else self.letters()

    def league(self):
        return self.letters() if self.chance(0.4) else [self.pick(["National", "Premier", "American", "Western", "Major", *STATES[:20]]), self.pick(["Football", "Hockey", "Baseball", "Basketball", "Rugby", "Cricket", "Athletic"]), self.pick(LEAGUES)]

    def hospital(self):
        return [*self.pick([self.town, self.family, lambda: ["St.", *self.given()]])(), self.pick(["Hospital", "Medical Center", "Clinic", "General Hospital"])]

    def museum(self):
        return [*self.town(), self.pick(["Museum", "Gallery", "Library", "Orchestra", "Symphony", "Opera", "Theatre Company"]), *(["of", self.pick(TOPICS)] if self.chance(0.2) else [])]

    def hotel(self):
        return [*self.pick([self.town, self.family, self.coined])(), self.pick(HOTELS)]

    def railway(self):
        return [*self.town(), *(["and", *self.town()] if self.chance(0.4) else []), self.pick(["Railway", "Railroad", "Metro", "Tramways"])]

    def body(self):
        return [self.pick(BODIES)] if self.chance(0.3) else self.pick(ORGANISATIONS)

    def organisation(self):
        return getattr(self, self.pick(["company", "company", "school", "ministry", "body", "ngo", "party", "team", "paper", "station", "letters", "coined"]))()

    # Other proper names
    def nation(self):
        return self.pick(ADJECTIVES) if self.chance(0.75) else [self.pick(FAITHS + PEOPLES)]

    def work(self):
        draw = self.r.random()
        a, n, m = self.pick(PLAIN).capitalize(), self.pick(NOUNS).capitalize(), self.pick(NOUNS).capitalize()
        return self.pick([["The", a, n], [a, n], [n, "of", "the", m], [n, "and", m], ["A", n, "for", self.pick(w.GIVEN)], ["The", n, "in", "the", m], [n], [a, n + "s"],
                          [self.pick(["Come", "Stay", "Return", "Goodbye"]), self.pick(["Home", "Again", "Tonight", "With Me"])]]) if draw < 0.95 else [str(self.r.randint(100, 999))]

    def battle(self):
        return [*([self.pick(["First", "Second", "2nd"])] if self.chance(0.2) else []), self.pick(["Battle", "Siege", "Treaty", "Battle"]), "of", *self.town()]

    def war(self):
        return self.pick([["World War", self.pick(["I", "II"])], [*self.pick(ADJECTIVES), *(["Civil"] if self.chance(0.4) else []), self.pick(WARS)], [*self.country(), "War"], ["Operation", self.pick(PLAIN).capitalize(), self.pick(NOUNS).capitalize()], ["Cold War"]])

    def cup(self):
        return [*([str(self.r.randint(1950, 2024))] if self.chance(0.15) else []), *self.pick([self.town, self.country, self.state, self.company, lambda: ["World"], lambda: ["European"]])(), self.pick(CUPS)]

    def award(self):
        return [*self.pick([self.family, self.country, lambda: [self.pick(NOUNS).capitalize()]])(), self.pick(AWARDS), *(["for", self.pick(TOPICS)] if self.chance(0.25) else [])]

    def festival(self):
        return [*self.town(), *([self.pick(["Film", "Music", "Book", "Jazz", "Art", "Science Fiction"])] if self.chance(0.6) else []), self.pick(FESTIVALS)]

    def product(self):
        return [*([self.invented()] if self.chance(0.4) else []), self.pick(PRODUCTS), *([self.pick(["3", "500", "XL", "Pro", "II", "F-2", "2000"])] if self.chance(0.4) else [])]

    def law(self):
        return [*self.pick([self.family, lambda: [self.pick(TOPICS)], lambda: ["Clean Water"], lambda: ["Voting Rights"]])(), self.pick(["Act", "Accord", "Agreement", "Protocol", "Bill", "Amendment", "Convention"])]
