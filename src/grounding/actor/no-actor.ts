/** Last words of names that are events, documents, places or things, though recognisers call many of them organisations. */
const tails = new Set(
  `war wars crisis treaty agreement accord accords pact act bill law amendment constitution convention protocol charter plan doctrine
  declaration summit olympics games cup championship festival day week month year anniversary revolution uprising spring massacre genocide
  holocaust election elections referendum conference canal bay sea ocean river lake strait straits gulf island islands mountain mountains
  desert valley peninsula coast airport hall square street avenue road bridge building palace tower park stadium hotel hospital prison
  cemetery temple cathedral mosque heights strip bank-of zone dmz wall line corridor pipeline missile rocket jet fighter tank virus pandemic
  prize award medal report review journal book movie film show dialogue process talks sanctions index dollar euro yuan won rouble ruble peso
  christmas easter ramadan`
    .trim()
    .split(/\s+/),
)

/** Whether a name ends in a word that no actor's name ends in ("Cold War", "Panama Canal"). */
export const namesNoActor = (text: string): boolean => tails.has(text.toLowerCase().split(/\s+/).at(-1)!)
