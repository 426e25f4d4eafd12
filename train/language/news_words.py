"""Words for the sentences of news.py: written for this project, combined at random; people and parties are made up."""

GIVEN = """Ana Pavel Ingrid Omar Leila Daniyar Mateo Lucía Kofi Amina Yusuf Chidi Ngozi Thabo Zanele Haruto Yuki Mei Arjun Priya Farid
Nadia Igor Olga Dmytro Oksana Katarina Milos Jelena Bogdan Elena Radu Ivana Petr Zoltan Agnes Marek Zofia Lars Astrid Mikko Aino Erik
Sofie Jan Femke Pieter Claire Luc Sophie Antoine Marta Diego Camila Javier Rosa Thiago Beatriz Miguel Carmen Paolo Giulia Marco Chiara
Stavros Eleni Mehmet Elif Ahmet Zeynep Tariq Salma Hassan Rania Khalid Noura Abdullah Fatima Mahmoud Hana Reza Shirin Ali Zahra Ravi
Sunil Anjali Imran Ayesha Bilal Tenzin Dawa Somchai Malee Budi Siti Agus Dewi Jose Maria Ramon Grace Peter Susan David Ruth Daniel
Emma James Helen Robert Laura Thomas Julia Samuel Esther Joseph Mary John Sarah Michael Alice Otto Greta Hans Ursula Jürgen Tamar
Giorgi Levan Nino Armen Ani Rustam Aigul Bakyt Dilshod Abdou Fatou Moussa Awa Ibrahim Mariam Seydou Tesfaye Hirut Abebe Selam""".split()

SURNAMES = """Kovac Drenko Solheim Haddad Seitkali Quiroga Mensah Okafor Adeyemi Dlamini Nkosi Tanaka Sato Sharma Patel Rahimi Karimov
Volkov Sokolova Shevchuk Melnyk Horvat Petrovic Jovanovic Ionescu Popescu Novak Svoboda Kovacs Szabo Nowak Kowalska Lindqvist Nygaard
Korhonen Virtanen Eriksen Jensen Bakker Visser Lefebvre Moreau Rousseau Garnier Fernández Morales Herrera Castillo Vargas Oliveira
Carvalho Mendes Russo Bianchi Ferrari Papadakis Nikolaidis Demir Yilmaz Kaya Aslan Hussein Khalil Mansour Nasser Farouk Saleh Zaman
Ahmadi Hosseini Rostami Gupta Mehta Iyer Qureshi Malik Siddiqui Dorji Wongsa Santoso Wijaya Santos Reyes Mukasa Otieno Wanjiru
Kamau Banda Phiri Moyo Chirwa Diallo Traoré Keita Ndiaye Sow Camara Bekele Tadesse Haile Marsh Holt Whitfield Barrow Keane Doyle
Fletcher Harding Brandt Vogel Richter Keller Beridze Lomidze Petrosyan Sargsyan Rashidov Abdykadyrov Iskakov Bright Stone Young Page
Rivers Woods Banks Rice Field Hill Winter King Bishop Price""".split()

FAMILY = "Kim Ri Pak Choe Jo Han Hong Kang Song Lee Park Wang Li Zhang Liu Chen Yang Zhao Wu Sun Xi Hu Xu Nguyen Tran Pham Le Vu Aung Win".split()
SYLLABLES = "Yong Chol Song Nam Su Jin Min Ho Hyon Guk Myong Il Un Ju Won Jae Kyu Sok Hyok Kwang Jong Yi Wei Jun Ming Hua Lei Qiang Ying Van Thi Minh Duc Kyaw San".split()

COUNTRIES = """Norway|Norwegian|Oslo;Kenya|Kenyan|Nairobi;Tanzania|Tanzanian|Dodoma;Peru|Peruvian|Lima;Bolivia|Bolivian|La Paz;Ecuador|Ecuadorian|Quito
Turkey|Turkish|Ankara;Kazakhstan|Kazakh|Astana;Hungary|Hungarian|Budapest;Poland|Polish|Warsaw;Vietnam|Vietnamese|Hanoi;Thailand|Thai|Bangkok
Japan|Japanese|Tokyo;China|Chinese|Beijing;Russia|Russian|Moscow;Ukraine|Ukrainian|Kyiv;Belarus|Belarusian|Minsk;Moldova|Moldovan|Chisinau
France|French|Paris;Germany|German|Berlin;Spain|Spanish|Madrid;Italy|Italian|Rome;Greece|Greek|Athens;Egypt|Egyptian|Cairo;Libya|Libyan|Tripoli
Sudan|Sudanese|Khartoum;Ethiopia|Ethiopian|Addis Ababa;Somalia|Somali|Mogadishu;Nigeria|Nigerian|Abuja;Ghana|Ghanaian|Accra;Mali|Malian|Bamako
Niger|Nigerien|Niamey;Chad|Chadian|N'Djamena;Cameroon|Cameroonian|Yaoundé;Angola|Angolan|Luanda;Zambia|Zambian|Lusaka;Zimbabwe|Zimbabwean|Harare
Iran|Iranian|Tehran;Iraq|Iraqi|Baghdad;Syria|Syrian|Damascus;Lebanon|Lebanese|Beirut;Israel|Israeli|Jerusalem;Jordan|Jordanian|Amman
Yemen|Yemeni|Sanaa;Qatar|Qatari|Doha;Kuwait|Kuwaiti|Kuwait City;Oman|Omani|Muscat;Pakistan|Pakistani|Islamabad;India|Indian|New Delhi
Nepal|Nepali|Kathmandu;Bangladesh|Bangladeshi|Dhaka;Myanmar|Burmese|Naypyidaw;Cambodia|Cambodian|Phnom Penh;Laos|Laotian|Vientiane
Malaysia|Malaysian|Kuala Lumpur;Singapore|Singaporean|Singapore;Indonesia|Indonesian|Jakarta;Australia|Australian|Canberra;Canada|Canadian|Ottawa
Mexico|Mexican|Mexico City;Cuba|Cuban|Havana;Haiti|Haitian|Port-au-Prince;Venezuela|Venezuelan|Caracas;Colombia|Colombian|Bogotá;Brazil|Brazilian|Brasília
Argentina|Argentine|Buenos Aires;Chile|Chilean|Santiago;Uruguay|Uruguayan|Montevideo;Britain|British|London;Ireland|Irish|Dublin;Denmark|Danish|Copenhagen
Sweden|Swedish|Stockholm;Finland|Finnish|Helsinki;Estonia|Estonian|Tallinn;Latvia|Latvian|Riga;Serbia|Serbian|Belgrade;Croatia|Croatian|Zagreb
Kosovo|Kosovan|Pristina;Albania|Albanian|Tirana;Armenia|Armenian|Yerevan;Azerbaijan|Azerbaijani|Baku;Georgia|Georgian|Tbilisi;Uzbekistan|Uzbek|Tashkent
Afghanistan|Afghan|Kabul;Mongolia|Mongolian|Ulaanbaatar;Rwanda|Rwandan|Kigali;Uganda|Ugandan|Kampala;Senegal|Senegalese|Dakar;Tunisia|Tunisian|Tunis
Algeria|Algerian|Algiers;Morocco|Moroccan|Rabat;North Korea|North Korean|Pyongyang;South Korea|South Korean|Seoul;South Africa|South African|Pretoria
South Sudan|South Sudanese|Juba;Saudi Arabia|Saudi|Riyadh;Sri Lanka|Sri Lankan|Colombo;New Zealand||Wellington;Costa Rica|Costa Rican|San José
the United States|American|Washington;the United States|U.S.|Washington;the Philippines|Philippine|Manila;the Netherlands|Dutch|The Hague
the United Kingdom|British|London;the United Arab Emirates|Emirati|Abu Dhabi;the Czech Republic|Czech|Prague;North Macedonia||Skopje;Sierra Leone||Freetown"""

PLACES = """Velmost Kharga Holili Aleppo Mariupol Kandahar Goma Mosul Raqqa Gaza Idlib Donetsk Kharkiv Hodeidah Benghazi Timbuktu Agadez Maiduguri
Herat Kunduz Quetta Srinagar Rafah Hebron Geneva Vienna Brussels Istanbul Lagos Mombasa Kisangani Guayaquil Maracaibo Chittagong Vladivostok
Jeddah Basra Erbil Tigray Crimea Darfur Kashmir Rakhine Chiapas Karelia Oruro Tarvela Simbeni Gorlec Aramis Duhok Osh Lobito""".split()

PARTIES = """Green Alliance;National Front;Democratic Union;People 's Party;Labour Party;Liberal Movement;Popular Congress;Patriotic League;Reform Bloc
Civic Platform;Workers Party;Freedom Coalition;Justice Movement;Union Party""".replace("\n", ";")
AGENCIES = "Xinhua KCNA TASS Reuters AFP Yonhap Kyodo Anadolu IRNA SANA Interfax Bernama PTI Novosti AP ANSA dpa EFE".split()
BODIES = """NATO;ASEAN;OPEC;UNICEF;Interpol;the United Nations;the European Union;the African Union;the Security Council;the World Bank;the Arab League;the Red Cross
the Kremlin;the White House;the Pentagon;the State Department;the European Commission;the Supreme Court;the Defense Ministry;the Foreign Ministry
the Interior Ministry;the Finance Ministry;the National Assembly;the Central Bank;the Taliban;Hezbollah;Hamas;the Electoral Commission;the Revolutionary Guards;the UN;the EU;the IMF""".replace("\n", ";")
ADJECTIVES_IN_NAMES = {"Green", "National", "Democratic", "Liberal", "Popular", "Patriotic", "Civic", "United", "European", "African", "Red", "White",
                       "Supreme", "Foreign", "Interior", "Central", "Electoral", "Revolutionary", "Arab", "Prime", "New", "Saudi"}

TITLES = ["Foreign Minister", "Prime Minister", "President", "Defense Minister", "Ambassador", "General", "Vice President", "Interior Minister",
          "Finance Minister", "Chancellor", "Senator", "Gen.", "King", "Colonel", "Archbishop", "Secretary", "Governor", "Foreign Secretary", "Judge"]
OFFICES = ["foreign minister", "prime minister", "president", "defence minister", "ambassador", "army chief", "opposition leader", "interior minister",
           "deputy foreign minister", "trade envoy", "chief negotiator", "spokeswoman", "spokesman", "general", "leader", "chancellor", "governor"]
GROUPS = ["troops", "rebels", "protesters", "officials", "police", "soldiers", "lawmakers", "diplomats", "investigators", "militants", "activists",
          "workers", "inspectors", "prosecutors", "voters", "students", "residents", "farmers", "refugees", "authorities", "gunmen", "journalists", "fishermen"]
SINGLE = ["soldier", "policeman", "protester", "journalist", "diplomat", "aid worker", "civilian", "student", "judge", "nurse"]
EVENTS = ["visit", "summit", "meeting", "announcement", "decision", "attack", "vote", "agreement", "protest", "move", "strike", "trip", "ruling", "statement", "blast", "raid"]
THINGS = ["agreement", "proposal", "bill", "treaty", "ceasefire", "deal", "embargo", "resolution", "plan", "report", "draft law", "peace deal", "trade pact", "border crossing", "offer"]
MASS = ["corruption", "espionage", "terrorism", "aggression", "fraud", "violence", "negligence"]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
ADJECTIVES = "new bilateral joint draft disputed long-awaited limited proposed final controversial secret military economic humanitarian".split()

# Base, third person, past, participle, -ing.
REPORT = """say says said said saying;announce announces announced announced announcing;report reports reported reported reporting;insist insists insisted insisted insisting
confirm confirms confirmed confirmed confirming;deny denies denied denied denying;warn warns warned warned warning;claim claims claimed claimed claiming
argue argues argued argued arguing;add adds added added adding;suggest suggests suggested suggested suggesting;acknowledge acknowledges acknowledged acknowledged acknowledging"""
TO_ACT = """agree agrees agreed agreed agreeing;refuse refuses refused refused refusing;vow vows vowed vowed vowing;plan plans planned planned planning
threaten threatens threatened threatened threatening;pledge pledges pledged pledged pledging;promise promises promised promised promising
decide decides decided decided deciding;hope hopes hoped hoped hoping;fail fails failed failed failing;offer offers offered offered offering;want wants wanted wanted wanting"""
URGE = """urge urges urged urged urging;ask asks asked asked asking;order orders ordered ordered ordering;tell tells told told telling;warn warns warned warned warning
invite invites invited invited inviting;press presses pressed pressed pressing;force forces forced forced forcing"""
EXPECT = "expect expects expected expected expecting;schedule schedules scheduled scheduled scheduling"
