/** Passages of our own with their trees, as the parser gives them. */
export const samples = {
  // The Inland Ports Authority closed two locks. IPA blamed the frost.
  acronym: `1 The the DET DT _ 4 det _ _
2 Inland Inland ADJ NNP _ 3 amod _ NER=B-ORG
3 Ports Port PROPN NNPS Number=Plur 4 compound _ NER=I-ORG
4 Authority Authority PROPN NNP _ 5 nsubj _ NER=I-ORG
5 closed close VERB VBD _ 0 root _ _
6 two two NUM CD _ 7 nummod _ _
7 locks lock NOUN NNS Number=Plur 5 obj _ SpaceAfter=No
8 . . PUNCT . _ 5 punct _ _

1 IPA IPA PROPN NNP _ 2 nsubj _ NER=B-ORG
2 blamed blame VERB VBD _ 0 root _ _
3 the the DET DT _ 4 det _ _
4 frost frost NOUN NN _ 2 obj _ SpaceAfter=No
5 . . PUNCT . _ 2 punct _ _
`,
  // Premier Ivo Marsh accepted the plan of Minister Hedda Quist. He thanked her for her work.
  object: `1 Premier Premier PROPN NNP _ 2 nmod:desc _ _
2 Ivo Ivo PROPN NNP _ 4 nsubj _ NER=B-PER
3 Marsh Marsh PROPN NNP _ 2 flat _ NER=I-PER
4 accepted accept VERB VBD _ 0 root _ _
5 the the DET DT _ 6 det _ _
6 plan plan NOUN NN _ 4 obj _ _
7 of of ADP IN _ 9 case _ _
8 Minister Minister PROPN NNP _ 9 nmod:desc _ _
9 Hedda Hedda PROPN NNP _ 6 nmod _ NER=B-PER
10 Quist Quist PROPN NNP _ 9 flat _ NER=I-PER|SpaceAfter=No
11 . . PUNCT . _ 4 punct _ _

1 He he PRON PRP _ 2 nsubj _ _
2 thanked thank VERB VBD _ 0 root _ _
3 her she PRON PRP _ 2 obj _ _
4 for for ADP IN _ 6 case _ _
5 her her PRON PRP$ Poss=Yes 6 nmod:poss _ _
6 work work NOUN NN _ 2 obl _ SpaceAfter=No
7 . . PUNCT . _ 2 punct _ _
`,
  // Ivo Marsh and Pavel Orr spoke for an hour. He was pleased.
  equals: `1 Ivo Ivo PROPN NNP _ 6 nsubj _ NER=B-PER
2 Marsh Marsh PROPN NNP _ 1 flat _ NER=I-PER
3 and and CCONJ CC _ 4 cc _ _
4 Pavel Pavel PROPN NNP _ 1 conj _ NER=B-PER
5 Orr Orr PROPN NNP _ 4 flat _ NER=I-PER
6 spoke speak VERB VBD _ 0 root _ _
7 for for ADP IN _ 9 case _ _
8 an a DET DT _ 9 det _ _
9 hour hour NOUN NN _ 6 obl _ SpaceAfter=No
10 . . PUNCT . _ 6 punct _ _

1 He he PRON PRP _ 3 nsubj _ _
2 was be AUX VBD _ 3 cop _ _
3 pleased pleased ADJ JJ _ 0 root _ SpaceAfter=No
4 . . PUNCT . _ 3 punct _ _
`,
  // Ivo Marsh, Norway's envoy, arrived in Lima. Marsh said his country would wait.
  country: `1 Ivo Ivo PROPN NNP _ 8 nsubj _ NER=B-PER
2 Marsh Marsh PROPN NNP _ 1 flat _ NER=I-PER|SpaceAfter=No
3 , , PUNCT , _ 6 punct _ _
4-5 Norway's _ _ _ _ _ _ _ _
4 Norway Norway PROPN NNP _ 6 nmod:poss _ NER=B-LOC
5 's 's PART POS _ 4 case _ _
6 envoy envoy NOUN NN _ 1 appos _ SpaceAfter=No
7 , , PUNCT , _ 6 punct _ _
8 arrived arrive VERB VBD _ 0 root _ _
9 in in ADP IN _ 10 case _ _
10 Lima Lima PROPN NNP _ 8 obl _ NER=B-LOC|SpaceAfter=No
11 . . PUNCT . _ 8 punct _ _

1 Marsh Marsh PROPN NNP _ 2 nsubj _ NER=B-PER
2 said say VERB VBD _ 0 root _ _
3 his his PRON PRP$ Poss=Yes 4 nmod:poss _ _
4 country country NOUN NN _ 6 nsubj _ _
5 would would AUX MD _ 6 aux _ _
6 wait wait VERB VB _ 2 ccomp _ SpaceAfter=No
7 . . PUNCT . _ 2 punct _ _
`,
  // Chile expelled two reporters from Arica. They were put on a flight.
  plural: `1 Chile Chile PROPN NNP _ 2 nsubj _ NER=B-LOC
2 expelled expel VERB VBD _ 0 root _ _
3 two two NUM CD _ 4 nummod _ _
4 reporters reporter NOUN NNS Number=Plur 2 obj _ _
5 from from ADP IN _ 6 case _ _
6 Arica Arica PROPN NNP _ 2 obl _ NER=B-LOC|SpaceAfter=No
7 . . PUNCT . _ 2 punct _ _

1 They they PRON PRP Number=Plur 3 nsubj:pass _ _
2 were be AUX VBD _ 3 aux:pass _ _
3 put put VERB VBN _ 0 root _ _
4 on on ADP IN _ 6 case _ _
5 a a DET DT _ 6 det _ _
6 flight flight NOUN NN _ 3 obl _ SpaceAfter=No
7 . . PUNCT . _ 3 punct _ _
`,
  // Admiral Ivo Marsh and Admiral Pavel Orr command ships. The admiral was absent.
  rivals: `1 Admiral Admiral PROPN NNP _ 2 nmod:desc _ _
2 Ivo Ivo PROPN NNP _ 8 nsubj _ NER=B-PER
3 Marsh Marsh PROPN NNP _ 2 flat _ NER=I-PER
4 and and CCONJ CC _ 6 cc _ _
5 Admiral Admiral PROPN NNP _ 6 nmod:desc _ _
6 Pavel Pavel PROPN NNP _ 2 conj _ NER=B-PER
7 Orr Orr PROPN NNP _ 6 flat _ NER=I-PER
8 command command VERB VBP _ 0 root _ _
9 ships ship NOUN NNS Number=Plur 8 obj _ SpaceAfter=No
10 . . PUNCT . _ 8 punct _ _

1 The the DET DT _ 2 det _ _
2 admiral admiral NOUN NN _ 4 nsubj _ _
3 was be AUX VBD _ 4 cop _ _
4 absent absent ADJ JJ _ 0 root _ SpaceAfter=No
5 . . PUNCT . _ 4 punct _ _
`,
}
