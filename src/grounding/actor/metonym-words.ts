const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Verbs whose subject decides, speaks or acts as a state does. */
export const stateVerbs = words(`
  accept accuse acknowledge act add admit adopt advise agree aim allege allow announce appeal appoint approve argue arm ask assert assure attack
  attempt authorise authorize back ban blame block bomb boycott break call cancel caution cease challenge claim clarify close commit compete complain
  concede condemn confirm consider continue cooperate counter criticise criticize cut deal decide declare decline defend defy demand denounce deny
  deploy deport develop dismiss dispatch dispute downgrade drop ease embargo embrace enact encourage end endorse engage enter expel express extend face
  fail favor favour fear feel fight find follow force freeze fund give grant halt hand help hint hit hope ignore impose increase indicate insist intend
  intervene introduce invade invite issue join keep know launch lift look lose maintain make mediate meet move mull negotiate normalise normalize notify
  object offer oppose order overture permit persuade plan play pledge praise prefer prepare press pressure prevent proceed promise propose protest
  provide provoke publish pull pursue push question ratify react read reaffirm recall receive recognise recognize refuse regard reiterate reject
  release remain renew reopen repeat reply report request require rescind resist resolve respond restate restore restrict resume retaliate return reverse
  revoke rule say sanction see seek seem sell send set sever show side sign signal slam speak start stop strengthen strike struggle stress suggest summon
  supply support suspect suspend take talk target tell test think threaten tighten trade treat try turn unveil urge use veto view violate voice vow wait
  walk want warn weigh welcome withdraw withhold work worry begin become need undertake shore look-to trust
`)

/** Nouns of policy and relations: what a state has, gives, or stands in towards another. */
export const policyNouns = words(`
  accord accusation act action administration agenda agreement aid alliance ally ambassador ambition announcement apology appeal approach approval
  army arsenal assertion assistance attack attempt attention attitude backer backing ban behavior behaviour bid blockade bond call campaign capability challenge
  change claim client commitment complaint concern concession condemnation confidence conflict confrontation consent contact control cooperation counterpart
  coup criticism crisis deal decision declaration defence defense demand denial deployment detente détente dialogue diplomacy diplomat disagreement dispute doctrine
  economy effort embargo embassy enemy engagement envoy exchange failure feud fight force friend friendship front government help hostility influence
  initiative insistence institution intelligence intention interest intervention invasion invitation involvement isolation leader leadership leverage lie link
  loyalty message military minister missile move negotiation negotiator neighbor neighbour normalisation normalization nuke objection offensive offer official
  opposition order outreach pact partner partnership party patience patron plan pledge policy position power praise presence pressure problem program
  programme promise propaganda proposal protest provocation proxy question quest rapprochement reaction readiness refusal regime rejection relation
  relationship reliance reluctance reply request resistance resolve response restriction retaliation rhetoric right rival rivalry role rule sanction
  security share side signal solidarity stance standoff stand-off statement step strategy strike support supporter supplier talk tariff tension test threat tie
  trade treaty trust ultimatum understanding view visit-to vow war warning weapon willingness will withdrawal word delegation troop ability arm line
  summit détente spat row coalition cooperation concern accusation
`)

/** Nouns of places and of life in a city: their owner is the city. */
export const placeNouns = words(`
  airport apartment area avenue bar beach boulevard bridge building bus café cathedral centre center church cinema city club coast court-house district
  downtown factory festival flat gate harbor harbour hospital hotel house inhabitant landmark malecon mall mayor metro mosque museum neighborhood neighbourhood
  nightlife office old-town outskirts park plaza port quarter railway region resident restaurant river road school shop skyline square stadium station store
  street suburb subway synagogue temple theatre theater tower town traffic train tram university vicinity village weather zoo capital metropolis slum skyscraper
`)

/** Verbs of movement and stay: what follows them is a place. */
export const motionWords = words(`
  arrive arrival come depart departure drive flight fly go head journey land leave live march move pass pilgrimage proceed return rush sail stay stop
  stopover tour travel trip visit walk way flee relocate base bear born reside evacuate drop
`)

/** Verbs whose object is an addressed state. */
export const addressVerbs = words(`
  accuse alarm anger annoy ask assure attack back blame boycott brief call challenge condemn confront consult convince criticise criticize defy demand deny
  embarrass encourage engage face force help implore inform infuriate invite irritate isolate lobby notify offend oppose persuade please pressure press prompt
  provoke punish push reassure recognise recognize remind sanction satisfy slam support surprise tell threaten thank trust urge warn worry give grant offer
  sell lend owe send join follow meet denounce
`)
