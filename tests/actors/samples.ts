/** Sentences of our own with their trees, as the parser gives them; `SpaceAfter=No` and entities stand in the last column. */
export const samples = {
  // Finnish Foreign Minister Timo Soini arrived in Ankara on Monday. During his visit, Soini met his Turkish counterpart Hakan Fidan.
  counterpart: `1 Finnish finnish ADJ JJ _ 3 amod _ _
2 Foreign foreign ADJ JJ _ 3 amod _ _
3 Minister minister NOUN NN Number=Sing 6 nsubj _ _
4 Timo Timo PROPN NNP Number=Sing 3 flat _ NER=B-PER
5 Soini Soini PROPN NNP Number=Sing 6 nsubj _ NER=I-PER
6 arrived arrive VERB VBD _ 0 root _ _
7 in in ADP IN _ 8 case _ _
8 Ankara Ankara PROPN NNP Number=Sing 6 obl _ NER=B-LOC
9 on on ADP IN _ 10 case _ _
10 Monday Monday PROPN NNP Number=Sing 6 obl _ SpaceAfter=No
11 . . PUNCT . _ 6 punct _ _

1 During during ADP IN _ 3 case _ _
2 his his PRON PRP$ Number=Sing|Poss=Yes 3 nmod:poss _ _
3 visit visit NOUN NN Number=Sing 6 obl _ SpaceAfter=No
4 , , PUNCT , _ 3 punct _ _
5 Soini Soini PROPN NNP Number=Sing 6 nsubj _ NER=B-PER
6 met meet VERB VBD _ 0 root _ _
7 his his PRON PRP$ Number=Sing|Poss=Yes 9 nmod:poss _ _
8 Turkish Turkish ADJ JJ _ 9 amod _ _
9 counterpart counterpart NOUN NN Number=Sing 6 obj _ _
10 Hakan Hakan PROPN NNP Number=Sing 9 flat _ NER=B-PER
11 Fidan Fidan PROPN NNP Number=Sing 10 flat _ SpaceAfter=No|NER=I-PER
12 . . PUNCT . _ 6 punct _ _
`,
  // Minsk rejected the demand from Warsaw. Doctors in Minsk treated the protesters.
  seats: `1 Minsk Minsk PROPN NNP Number=Sing 2 nsubj _ NER=B-PER
2 rejected reject VERB VBD _ 0 root _ _
3 the the DET DT _ 4 det _ _
4 demand demand NOUN NN Number=Sing 2 obj _ _
5 from from ADP IN _ 6 case _ _
6 Warsaw Warsaw PROPN NNP Number=Sing 4 nmod _ SpaceAfter=No|NER=B-LOC
7 . . PUNCT . _ 2 punct _ _

1 Doctors doctor NOUN NNS Number=Plur 4 nsubj _ _
2 in in ADP IN _ 3 case _ _
3 Minsk Minsk PROPN NNP Number=Sing 1 nmod _ NER=B-LOC
4 treated treat VERB VBD _ 0 root _ _
5 the the DET DT _ 6 det _ _
6 protesters protester NOUN NNS Number=Plur 4 obj _ SpaceAfter=No
7 . . PUNCT . _ 4 punct _ _
`,
  // Talks between Chad and Niger began on Friday. Both countries want to reopen the border.
  both: `1 Talks talk NOUN NNS Number=Plur 6 nsubj _ _
2 between between ADP IN _ 3 case _ _
3 Chad Chad PROPN NNP Number=Sing 1 nmod _ NER=B-LOC
4 and and CCONJ CC _ 5 cc _ _
5 Niger Niger PROPN NNP Number=Sing 3 conj _ NER=B-LOC
6 began begin VERB VBD _ 0 root _ _
7 on on ADP IN _ 8 case _ _
8 Friday Friday PROPN NNP Number=Sing 6 obl _ SpaceAfter=No
9 . . PUNCT . _ 6 punct _ _

1 Both both DET DT _ 2 det _ _
2 countries country NOUN NNS Number=Plur 3 nsubj _ _
3 want want VERB VBP _ 0 root _ _
4 to to PART TO _ 5 mark _ _
5 reopen reopen VERB VB _ 3 xcomp _ _
6 the the DET DT _ 7 det _ _
7 border border NOUN NN Number=Sing 5 obj _ SpaceAfter=No
8 . . PUNCT . _ 3 punct _ _
`,
  // The Danish prime minister, Mette Frederiksen, said she would travel to Kyiv.
  pronoun: `1 The the DET DT _ 4 det _ _
2 Danish Danish ADJ NNP _ 4 amod _ NER=B-MISC
3 prime prime ADJ JJ _ 4 amod _ _
4 minister minister NOUN NN Number=Sing 9 nsubj _ SpaceAfter=No
5 , , PUNCT , _ 4 punct _ _
6 Mette Mette PROPN NNP Number=Sing 4 appos _ NER=B-PER
7 Frederiksen Frederiksen PROPN NNP Number=Sing 6 flat _ SpaceAfter=No|NER=I-PER
8 , , PUNCT , _ 4 punct _ _
9 said say VERB VBD _ 0 root _ _
10 she she PRON PRP Number=Sing 12 nsubj _ _
11 would would AUX MD _ 12 aux _ _
12 travel travel VERB VB _ 9 ccomp _ _
13 to to ADP IN _ 14 case _ _
14 Kyiv Kyiv PROPN NNP Number=Sing 12 obl _ SpaceAfter=No|NER=B-LOC
15 . . PUNCT . _ 9 punct _ _
`,
  // The Kenyan and Ugandan armies exchanged fire.
  militaries: `1 The the DET DT _ 5 det _ _
2 Kenyan Kenyan ADJ NNP _ 5 compound _ _
3 and and CCONJ CC _ 4 cc _ _
4 Ugandan Ugandan ADJ NNP _ 2 conj _ NER=B-MISC
5 armies army NOUN NNS Number=Plur 6 nsubj _ _
6 exchanged exchange VERB VBD _ 0 root _ _
7 fire fire NOUN NN Number=Sing 6 obj _ SpaceAfter=No
8 . . PUNCT . _ 6 punct _ _
`,
  // Analysts said the Norwegian government would lower its forecast.
  counting: `1 Analysts analyst NOUN NNS Number=Plur 2 nsubj _ _
2 said say VERB VBD _ 0 root _ _
3 the the DET DT _ 5 det _ _
4 Norwegian Norwegian ADJ JJ _ 5 amod _ NER=B-MISC
5 government government NOUN NN Number=Sing 7 nsubj _ _
6 would would AUX MD _ 7 aux _ _
7 lower lower VERB VB _ 2 ccomp _ _
8 its its PRON PRP$ Number=Sing|Poss=Yes 9 nmod:poss _ _
9 forecast forecast NOUN NN Number=Sing 7 obj _ SpaceAfter=No
10 . . PUNCT . _ 2 punct _ _
`,
  // Ana Ferreira, an economist at the bank, resigned. Ferreira gave no reason.
  surname: `1 Ana Ana PROPN NNP Number=Sing 0 root _ NER=B-PER
2 Ferreira Ferreira PROPN NNP Number=Sing 1 flat _ SpaceAfter=No|NER=I-PER
3 , , PUNCT , _ 5 punct _ _
4 an a DET DT _ 5 det _ _
5 economist economist NOUN NN Number=Sing 1 appos _ _
6 at at ADP IN _ 8 case _ _
7 the the DET DT _ 8 det _ _
8 bank bank NOUN NN Number=Sing 5 nmod _ SpaceAfter=No
9 , , PUNCT , _ 10 punct _ _
10 resigned resign VERB VBN _ 1 parataxis _ SpaceAfter=No
11 . . PUNCT . _ 10 punct _ _

1 Ferreira Ferreira PROPN NNP Number=Sing 2 nsubj _ NER=B-PER
2 gave give VERB VBD _ 0 root _ _
3 no no DET DT _ 4 det _ _
4 reason reason NOUN NN Number=Sing 2 obj _ SpaceAfter=No
5 . . PUNCT . _ 2 punct _ _
`,
  // The former Peruvian president Alejandro Toledo was arrested.
  former: `1 The the DET DT _ 4 det _ _
2 former former ADJ JJ _ 4 amod _ _
3 Peruvian peruvian ADJ JJ _ 4 amod _ NER=B-MISC
4 president president NOUN NN Number=Sing 8 nsubj:pass _ _
5 Alejandro Alejandro PROPN NNP Number=Sing 8 nsubj:pass _ NER=B-PER
6 Toledo Toledo PROPN NNP Number=Sing 5 flat _ NER=I-PER
7 was be AUX VBD Number=Sing 8 aux:pass _ _
8 arrested arrest VERB VBN _ 0 root _ SpaceAfter=No
9 . . PUNCT . _ 8 punct _ _
`,
  // The Eastern Trade Council (ETC) opened an office. The ETC has nine members.
  acronym: `1 The the DET DT _ 4 det _ _
2 Eastern eastern ADJ JJ _ 4 amod _ NER=B-ORG
3 Trade Trade PROPN NNP Number=Sing 4 compound _ NER=I-ORG
4 Council Council PROPN NNP Number=Sing 8 nsubj _ NER=I-ORG
5 ( ( PUNCT -LRB- _ 6 punct _ SpaceAfter=No
6 ETC ETC PROPN NN _ 4 appos _ SpaceAfter=No
7 ) ) PUNCT -RRB- _ 6 punct _ _
8 opened open VERB VBD _ 0 root _ _
9 an a DET DT _ 10 det _ _
10 office office NOUN NN Number=Sing 8 obj _ SpaceAfter=No
11 . . PUNCT . _ 8 punct _ _

1 The the DET DT _ 2 det _ _
2 ETC ETC PROPN NNP Number=Sing 3 nsubj _ _
3 has have VERB VBZ Number=Sing 0 root _ _
4 nine nine NUM CD _ 5 nummod _ _
5 members member NOUN NNS Number=Plur 3 obj _ SpaceAfter=No
6 . . PUNCT . _ 3 punct _ _
`,
  // It is clear that Oman will stay neutral.
  expletive: `1 It it PRON PRP Number=Sing 3 expl _ _
2 is be AUX VBZ Number=Sing 3 cop _ _
3 clear clear ADJ JJ _ 0 root _ _
4 that that SCONJ IN _ 7 mark _ _
5 Oman Oman PROPN NNP Number=Sing 7 nsubj _ NER=B-PER
6 will will AUX MD _ 7 aux _ _
7 stay stay VERB VB _ 3 ccomp _ _
8 neutral neutral ADJ JJ _ 7 xcomp _ SpaceAfter=No
9 . . PUNCT . _ 3 punct _ _
`,
}
