import type { Sentence } from '../../model/parsed-text.js'
import type { NameMatch } from './find-names.js'
import type { PlaceResources } from './gazetteer.js'
import type { TextWord } from './text-words.js'

const titles =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|President|Sen|Senator|Rep|Gov|Governor|Gen|General|Col|Colonel|Capt|Captain|Lt|Sgt|Maj|Major|Adm|Admiral|Judge|Justice|Minister|Secretary|Chancellor|King|Queen|Prince|Princess|Pope|Sheriff|Mayor|Chief|Deputy|Detective|Officer|Coach|Professor|Prof|Rev|Father|Sister|Pastor|Chairman|Chairwoman|Director|Ambassador|Councilman|Commissioner|Superintendent|Trooper|Attorney|Spokesman|Spokeswoman|Justices|Saint)$/
const things =
  /^(?:County|Parish|Police|Sheriff|University|College|School|Schools|High|Elementary|Middle|City|Council|Airport|International|Hospital|Times|Post|Department|Fire|Court|District|Municipal|Memorial|Regional|State|Township|Town|Village|Area|Public|Community|Center|Centre|Chamber|Board|Bridge|Government|Ministry|Police|Marathon|Olympics|Summit|Conference|Agreement|Accord|Accords|Treaty|Declaration|Stock|Exchange|Metropolitan|National|Central|General|Air|Naval|Army|Base|Embassy|River|Road|Street|Avenue|Lake|Valley|Island|Islands|Beach|Park|Bay|Province|Governorate|Region|Republic|Prison|Jail|Correctional|Superior|Circuit|Supreme|Gazette|Herald|News|Journal|Tribune|Daily|Symphony|Museum|Zoo|Mayor|Senators?|Gov|Governor|Attorney|Legislature|Assembly|Republicans?|Democrats?|Rep|Sen|Office|Officials?|Authorities|Commission|Commissioners?|Independent|ISD|Medical|Health|Junior|Senior|Economic|Area|Rotary|Lions|Public|Library|Christian|Baptist|First|Methodist|Catholic|Church|Correspondent|Bureau|Union|Housing|Water|Power|Electric|Transit|Transport|Tower|Parkway|Highway|Mall|Plaza|Festival|Open|Cup|United|Rovers|FC|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Detective|Officer|Deputy)$/
const roads =
  /^(?:Street|St|Road|Rd|Avenue|Ave|Drive|Dr|Lane|Boulevard|Blvd|Parkway|Highway|Square|Hotel|Stadium|Arena|Theater|Theatre|Building|Hall|Tower|House|Club|Inc|Corp|Ltd|LLC|Co|Group|Bank|Times|Post|Herald|Gazette|Tribune|Magazine|Foundation|Institute|Church|Cathedral|Temple|Mosque|Cemetery|Elementary|Middle|High|School|College|University|Academy|Lodge|Inn|Courthouse|Mall|Plaza|Trail|Pike|Way|Court|Place|Terrace|Reds?|Bulls|Bears|Yankees|Giants|Jets|Lakers|Cowboys|Rangers|Celtics|Marathon|Clan|Stakes|Derby|Prize|Courier|Chronicle|Telegraph|Examiner|Sentinel|Dispatch|Register|Enquirer|Inquirer|Advertiser|Bulletin)$/
const qualifiers =
  /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|Greater|Downtown|Northeast|Northwest|Southeast|Southwest|Mid|Old|Inner|Near|The|In|At|From|For|To|And|But|Of|On|By|With|While|When|After|Before|As|Since|Both|If|Although|Though|Unlike|Like|Because|During|Over|Under|Between|Among|Against|Inside|Outside|Meanwhile|However|Today|Yesterday|Across|Through|Throughout|Toward|Towards|Until|That|This|These|Those|Its|Their|His|Her|Our|Where|Which|Who|What|Why|How|Now|Then|Here|There|Only|Even|Also|Officials|Police|Authorities|Republic|State|Kingdom|Province|City|University|Bank|Governor|Mayor)$/
const locative =
  /^(?:in|at|near|from|to|of|into|around|outside|across|throughout|through|toward|towards|inside|between|against|within|via|leaving|visited|visiting|visit|reached|entered|left|off|over|with|for|and)$/i

/** Signs around a name that it is, or is not, the name of a place. */
export interface NameContext {
  /** Type of the entity that covers the name; null when none does or nobody looked. */
  readonly entity: 'PER' | 'ORG' | 'LOC' | 'MISC' | null
  /** The entity is the name and nothing more. */
  readonly whole: boolean
  readonly afterTitle: boolean
  readonly afterGivenName: boolean
  readonly afterCapital: boolean
  readonly beforeCapital: boolean
  readonly beforeThing: boolean
  readonly beforeRoad: boolean
  /** "Springfield Gazette": the name is part of a newspaper's. */
  readonly beforeNewspaper: boolean
  readonly afterLocative: boolean
  /** A word for what belongs to a person stands after it: "the Miller administration". */
  readonly beforePersonal: boolean
  readonly sentenceStart: boolean
  /** A word for a division stands after it: "Odesa region", "New York state". */
  readonly beforeDivision: boolean
}

const newspapers =
  /^(?:Times|Post|Herald|Gazette|Tribune|Courier|Chronicle|Telegraph|Examiner|Sentinel|Dispatch|Register|Enquirer|Inquirer|Advertiser|Bulletin|Journal|Guardian|Observer|Star|News|Daily|Review|Monitor)$/
const personal = /^(?:administration|presidency|family|campaign|doctrine|era|loyalists|lawyers?|aides?)$/
const divisions = /^(?:region|province|oblast|state|governorate|prefecture|department|district)$/i

const touches = (gap: string | undefined) => gap !== undefined && /^[ \u00a0]$|^\. $|^-$/.test(gap)

/** True when two words are joined as one name ("Police Chief", not "Chief, Texas" or a sentence's end). */
const joined = (word: TextWord | undefined) =>
  word !== undefined && touches(word.gap) && (word.gap !== '. ' || word.text.length <= 4)

function entityOver(sentence: Sentence, start: number, end: number) {
  return sentence.entities.find(entity => entity.span[0] < end && start < entity.span[1]) ?? null
}

export function nameContext(
  words: readonly TextWord[],
  match: NameMatch,
  sentence: Sentence,
  resources: PlaceResources,
): NameContext {
  const before = words[match.from - 1]
  const last = words[match.to - 1]!
  const after = joined(last) && words[match.to]?.capital ? words[match.to] : undefined
  const near = before && joined(before) ? before : undefined
  const start = words[match.from]!.start
  const entity = entityOver(sentence, start, last.end)
  return {
    entity: entity?.type ?? null,
    whole: entity !== null && entity.span[0] >= start && entity.span[1] <= last.end + 2,
    afterTitle: near !== undefined && titles.test(near.text.replace(/\.$/, '')),
    afterGivenName:
      near !== undefined &&
      (resources.words.given.has(near.text.toLowerCase()) || /^(?:\p{Lu}\. ?)+$/u.test(near.text)) &&
      near.capital,
    afterCapital: near?.capital === true && !qualifiers.test(near.text),
    beforeCapital: after !== undefined,
    beforeThing: after !== undefined && things.test(after.text),
    beforeRoad: after !== undefined && roads.test(after.text),
    beforeNewspaper: after !== undefined && newspapers.test(after.text),
    afterLocative: before !== undefined && locative.test(before.text),
    beforePersonal: personal.test(words[match.to]?.text ?? ''),
    sentenceStart: match.from === 0,
    beforeDivision: joined(last) && divisions.test(words[match.to]?.text ?? ''),
  }
}
