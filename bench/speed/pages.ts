/** A generator of numbers in [0, 1) that depends on its seed alone (mulberry32). */
function random(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = a
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const countries = [
  'Norway',
  'Chile',
  'Kenya',
  'Vietnam',
  'Poland',
  'Peru',
  'Ghana',
  'Japan',
  'Jordan',
  'Mexico',
  'Sweden',
  'Turkey',
  'Brazil',
  'Egypt',
  'Canada',
  'Nepal',
  'Oman',
  'Cuba',
  'Ireland',
  'Serbia',
]
const cities = [
  'Oslo',
  'Santiago',
  'Nairobi',
  'Hanoi',
  'Warsaw',
  'Lima',
  'Accra',
  'Tokyo',
  'Amman',
  'Mexico City',
  'Stockholm',
  'Ankara',
  'Brasilia',
  'Cairo',
  'Ottawa',
  'Kathmandu',
  'Muscat',
  'Havana',
  'Dublin',
  'Belgrade',
]
const beginnings =
  'Hal Qui Mwa Zie Par Owu Tan Had Car Lin Yil Mor Fah Tre Gur Bus Val Bren Pet Sol Kov Dra Nem Ost'.split(
    ' ',
  )
const middles = 'vor ro nga lin ed su ba da ran qvi di ei my mbla un ai de na ro ki'.split(' ')
const ends = 'sen ga ngi ski es u be d za st z ra r y ng di s n vic ko'.split(' ')
const offices = [
  'foreign minister',
  'president',
  'defence minister',
  'trade minister',
  'prime minister',
  'ambassador',
]
const qualities =
  'northern southern coastal shared disputed seasonal delayed common rural urban private public frozen expired secret annual joint second upper lower'.split(
    ' ',
  )
const matters = [
  'fishing rights',
  'grain exports',
  'border crossings',
  'gas pipelines',
  'student visas',
  'flood relief',
  'air traffic',
  'customs duties',
  'river dams',
  'rare earths',
  'migrant pensions',
  'rail links',
  'satellite data',
  'vaccine supplies',
  'wool tariffs',
  'mining permits',
  'harbour fees',
  'seed patents',
  'power cables',
  'forest fires',
  'locust swarms',
  'tax records',
  'cattle transports',
  'museum loans',
  'desert wells',
  'cement quotas',
  'lorry queues',
  'radio frequencies',
  'cotton prices',
  'prison transfers',
]
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']

/** Patterns of sentences; `A`/`B` are countries, `a`/`b` their capitals, `p`/`q` surnames, `o` an office, `t` a topic, `d` a weekday, `n` a number. */
const patterns = [
  "The {o} of {A}, {p}, met {B}'s {o} {q} in {b} on {d} to discuss {t}.",
  '{A} imposed sanctions on {n} companies from {B} after a dispute over {t}.',
  '"We have come a long way on {t}, and nobody in {a} wants to go back," said {p}, who leads the delegation.',
  '{B} rejected the accusation and said that {A} had broken the agreement on {t} first.',
  'According to a statement from the ministry in {b}, {n} observers will travel to the region before the end of the month.',
  'Analysts at an institute in {a} doubt that the two governments can settle the matter of {t} this year.',
  '{p} arrived in {b} on {d} for a visit that officials described as short and practical.',
  'Protesters gathered outside the parliament in {a} and demanded that the government withdraw from the talks on {t}.',
  'State television in {B} reported that {n} tonnes of supplies had been sent to the north of the country.',
  '{A} and {B} signed an agreement on {t} that both parliaments still have to approve.',
  'The army of {B} moved {n} vehicles to the border, the defence ministry in {b} said on {d}.',
  'It remains unclear who will pay for {t}, which has cost more than either side expected.',
  '{A} threatened to suspend its trade with {B} unless the question of {t} is answered by {d}.',
  'In a letter to the Security Council, {p} asked for {n} million dollars for people who lost their homes.',
]

const filler =
  '<div class="widget" data-role="teaser"><span class="icon"></span><a href="/x/{n}">Weather</a> <a href="/y/{n}">Markets</a> <a href="/z/{n}">Quiz of the day</a></div>\n'

export interface SyntheticPage {
  readonly uri: string
  readonly html: string
  readonly words: number
}

/**
 * A page of about 100 kB with an article of about 500 words in it, as a news site would serve it: menus, teasers, scripts, metadata.
 * Sentences are made of patterns written for the project; page `index` of a seed is always the same. Four pages in a row tell one
 * story in other words, so that stories have several accounts. People and matters of a story are its own, as in the news: with few of them,
 * thousands of stories would look like one.
 */
export function syntheticPage(index: number, seed = 1): SyntheticPage {
  const story = random(seed * 7919 + Math.floor(index / 4))
  const own = random(seed * 104_729 + index)
  const pick = <T>(list: readonly T[], from: () => number) => list[Math.floor(from() * list.length)]!
  const at = [Math.floor(story() * countries.length), Math.floor(story() * countries.length)] as const
  const surname = () => pick(beginnings, story) + pick(middles, story) + pick(ends, story)
  const topic = () => `${pick(qualities, story)} ${pick(matters, story)}`
  const names = [surname(), surname()] as const
  const storyTopics = [topic(), topic(), topic()]
  const fill = (pattern: string) =>
    pattern.replace(/\{(\w)\}/g, (_, key: string) => {
      if (key === 'A') return countries[at[0]]!
      if (key === 'B') return countries[at[1]]!
      if (key === 'a') return cities[at[0]]!
      if (key === 'b') return cities[at[1]]!
      if (key === 'p') return names[0]
      if (key === 'q') return names[1]
      if (key === 'o') return pick(offices, own)
      if (key === 't') return pick(storyTopics, own)
      if (key === 'd') return pick(weekdays, own)
      return String(2 + Math.floor(own() * 400))
    })
  const paragraphs: string[] = []
  let words = 0
  while (words < 500) {
    const sentences = Array.from({ length: 3 }, () => fill(pick(patterns, own)))
    paragraphs.push(`<p>${sentences.join(' ')}</p>`)
    words += sentences.join(' ').split(' ').length
  }
  const title = `${countries[at[0]]} and ${countries[at[1]]} at odds over ${storyTopics[0]}`
  const day = `2024-${String(1 + (Math.floor(index / 4) % 12)).padStart(2, '0')}-${String(1 + (Math.floor(index / 48) % 28)).padStart(2, '0')}`
  const uri = `https://outlet-${index % 37}.example/world/${day}/${index}`
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} - Outlet ${index % 37}</title>
<meta property="og:title" content="${title}"><meta property="article:published_time" content="${day}T08:00:00Z"><meta property="og:site_name" content="Outlet ${index % 37}">
<script>var config = {"ads": ${JSON.stringify('slot '.repeat(2000))}};</script></head><body><nav><ul>${'<li><a href="/section">Section</a></li>'.repeat(40)}</ul></nav>`
  const body = `<main><article><h1>${title}</h1><p class="byline">By Staff Writer</p>${paragraphs.join('\n')}</article></main>`
  const rest = 100_000 - head.length - body.length
  const tail = `<aside>${filler.replaceAll('{n}', String(index)).repeat(Math.max(0, Math.floor(rest / (filler.length + 6))))}</aside><footer>Copyright Outlet</footer></body></html>`
  return { uri, html: head + body + tail, words }
}
