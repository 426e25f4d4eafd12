// Variants of a page with labelled lines: other furniture around the same article, other habits of the scraper. Everything comes from the pages of the
// set themselves.

const kept = new Set(['body', 'subhead'])
const some = (list, random) => list[Math.floor(random() * list.length)]
const between = (random, from, to) => from + Math.floor(random() * (to - from + 1))

/** Lines of the other pages by label, their titles with decks or first sentences, as material. */
export function materialOf(pages) {
  const pools = new Map()
  const teasers = []
  const bodies = []
  for (const page of pages) {
    const runs = []
    for (const line of page.lines) {
      if (line.label === 'blank' || line.parts) continue
      if (!pools.has(line.label)) pools.set(line.label, [])
      pools.get(line.label).push({ ...line, page: page.id })
      if (line.label === 'body') runs.push(line)
    }
    const first =
      page.lines.find(l => l.label === 'deck' && l.text.length > 30) ??
      page.lines.find(l => l.label === 'body')
    teasers.push({
      page: page.id,
      title: page.title,
      summary: first?.text ?? '',
      author: page.authors[0],
      language: page.language,
    })
    bodies.push({ page: page.id, lines: runs, language: page.language })
  }
  return { pools, teasers, bodies }
}

/** A run of lines of one label from one other page, as pages have them together. */
function runOf(material, label, random, count, not) {
  const pool = material.pools.get(label) ?? []
  const out = []
  for (let tries = 0; out.length < count && tries < count * 4; tries++) {
    const at = Math.floor(random() * pool.length)
    for (const line of pool.slice(at, at + between(random, 1, 5))) {
      if (line.page !== not && out.length < count) out.push({ text: line.text, label })
    }
  }
  return out
}

const cues = [
  'More stories',
  'Most read',
  'Latest news',
  'Related',
  'You may also like',
  'Read more',
  'Recommended for you',
  'Trending',
  'Editors’ picks',
  'Also in this section',
  'Don’t miss',
  'More from World',
  'In other news',
  'Top stories',
  'Around the region',
  'Latest',
  'More on this story',
  'What to read next',
]

/** A list of teasers: titles of other pages, with or without summary, time, writer and section, as one outlet shows them. */
function teaserList(material, random, page, count) {
  const withSummary = random() < 0.45
  const withTime = random() < 0.3
  const withSection = random() < 0.25
  const withAuthor = random() < 0.15
  const numbered = random() < 0.15
  const out =
    random() < 0.8
      ? [{ text: random() < 0.15 ? some(cues, random).toUpperCase() : some(cues, random), label: 'link' }]
      : []
  for (let i = 0; i < count; i++) {
    const teaser = some(material.teasers, random)
    if (teaser.page === page.id) continue
    if (withSection)
      out.push({
        text: some(
          ['World', 'Politics', 'Business', 'Sport', 'Africa', 'Opinion', 'Explainer', 'Europe', 'ANALYSIS'],
          random,
        ),
        label: 'link',
      })
    out.push({ text: `${numbered ? `${i + 1}. ` : ''}${teaser.title}`, label: 'link' })
    if (withSummary && teaser.summary) out.push({ text: teaser.summary.slice(0, 300), label: 'link' })
    if (withAuthor && teaser.author)
      out.push({ text: random() < 0.5 ? teaser.author : `By ${teaser.author}`, label: 'link' })
    if (withTime)
      out.push({
        text: some(
          [
            `${between(random, 2, 23)} hours ago`,
            `${between(random, 2, 9)} days ago`,
            `${between(random, 1, 28)} May 2024`,
            `${between(random, 2, 12)}h`,
            'Yesterday',
          ],
          random,
        ),
        label: 'link',
      })
  }
  return out
}

const letters = {
  m: 'menu',
  l: 'link',
  s: 'share',
  k: 'comment',
  n: 'newsletter',
  i: 'interface',
  f: 'furniture',
  c: 'caption',
  r: 'credit',
  y: 'byline',
  D: 'date',
  d: 'deck',
  b: 'body',
  h: 'subhead',
}

/** Blocks of `blocks.txt` by place. */
export function readBlocks(text) {
  const blocks = new Map()
  let open = null
  for (const line of text.split('\n')) {
    if (line.startsWith('#') || line === '') continue
    if (line.startsWith('== ')) {
      open = []
      const place = line.slice(3).trim()
      blocks.set(place, [...(blocks.get(place) ?? []), open])
    } else open.push({ text: line.slice(2), label: letters[line[0]] })
  }
  return blocks
}

/** Some blocks of a place, one after another. */
const blocksOf = (blocks, place, random, count) =>
  Array.from({ length: count }, () => some(blocks.get(place), random)).flat()

/** One variant of a page. */
export function variant(page, material, blocks, random) {
  let lines = page.lines.filter(
    line => line.label === 'blank' || kept.has(line.label) || line.label === 'title' || random() > 0.12,
  )
  if (random() < 0.1) lines = lines.filter(line => line.label !== 'deck')
  const firstBody = lines.findIndex(line => line.label === 'body')
  const lastBody = lines.findLastIndex(line => line.label === 'body')
  let [top, text, tail] = [
    lines.slice(0, firstBody),
    lines.slice(firstBody, lastBody + 1),
    lines.slice(lastBody + 1),
  ]
  if (random() < 0.35) text = longer(text, material, random, page)
  if (random() < 0.25) text = interrupted(text, material, random, page)
  if (random() < 0.5) text = parted(text, blocks, random)
  if (random() < 0.4) top = [...top, ...blocksOf(blocks, 'head', random, between(random, 1, 2))]
  if (random() < 0.6) tail = [...blocksOf(blocks, 'below', random, between(random, 1, 3)), ...tail]
  if (random() < 0.3)
    tail = [...runOf(material, 'furniture', random, between(random, 1, 4), page.id), ...tail]
  if (random() < 0.3) tail = [...runOf(material, 'share', random, between(random, 1, 5), page.id), ...tail]
  if (random() < 0.5) tail = [...tail, ...teaserList(material, random, page, between(random, 2, 14))]
  if (random() < 0.25) tail = [...tail, ...runOf(material, 'comment', random, between(random, 2, 8), page.id)]
  if (random() < 0.3)
    tail = [...tail, ...runOf(material, 'newsletter', random, between(random, 1, 5), page.id)]
  if (random() < 0.25) tail = [...tail, ...teaserList(material, random, page, between(random, 3, 20))]
  if (random() < 0.4)
    tail = [
      ...tail,
      ...runOf(material, 'menu', random, between(random, 2, 30), page.id).map(l => ({ ...l, label: 'menu' })),
    ]
  if (random() < 0.3)
    tail = [...tail, ...runOf(material, 'furniture', random, between(random, 1, 5), page.id)]
  if (random() < 0.7) tail = [...tail, ...blocksOf(blocks, 'end', random, between(random, 1, 6))]
  if (random() < 0.4) top = [...blocksOf(blocks, 'top', random, between(random, 1, 3)), ...top]
  if (random() < 0.12) top = [...teaserList(material, random, page, between(random, 2, 8)), ...top]
  if (random() < 0.5)
    top = [...runOf(material, 'menu', random, between(random, 2, random() < 0.4 ? 70 : 12), page.id), ...top]
  if (random() < 0.15) top = [...runOf(material, 'interface', random, between(random, 1, 4), page.id), ...top]
  if (random() < 0.3)
    top = [
      {
        text:
          random() < 0.5
            ? `${page.title} - ${some(material.teasers, random).page.replace(/own-\d/, 'The Daily ')}`
            : page.title,
        label: 'title',
      },
      ...top,
    ]
  return { ...page, lines: spaced([...top, ...text, ...tail], random) }
}

/** The text with paragraphs of another page in its language behind or inside it: real texts are longer than those of the set. */
function longer(text, material, random, page) {
  const others = material.bodies.filter(
    b => b.language === page.language && b.page !== page.id && b.lines.length > 4,
  )
  if (others.length === 0) return text
  const extra = Array.from({ length: between(random, 1, 3) }, () => some(others, random).lines)
    .flat()
    .slice(0, 30)
  const at = between(random, 1, text.length)
  return [...text.slice(0, at), ...extra.map(({ text, label }) => ({ text, label })), ...text.slice(at)]
}

/** Furniture between the paragraphs: advertising marks, a link or two, a newsletter box, a player, a picture. */
function interrupted(text, material, random, page) {
  const out = []
  const label = some(['furniture', 'link', 'newsletter', 'interface', 'caption', 'link'], random)
  const again =
    random() < 0.3
      ? some(
          [
            { text: 'Advertisement', label: 'furniture' },
            { text: 'ADVERTISEMENT', label: 'furniture' },
            { text: 'Article continues below', label: 'furniture' },
          ],
          random,
        )
      : null
  for (const [i, line] of text.entries()) {
    out.push(line)
    if (i === text.length - 1 || line.label !== 'body' || random() > 0.3) continue
    if (again) out.push(again)
    else out.push(...runOf(material, label, random, between(random, 1, label === 'caption' ? 1 : 3), page.id))
  }
  return out
}

/** The text with blocks between its paragraphs. */
function parted(text, blocks, random) {
  const often = 0.05 + random() * 0.25
  return text.flatMap((line, i) =>
    i < text.length - 1 && line.label === 'body' && random() < often
      ? [line, ...some(blocks.get('inside'), random)]
      : [line],
  )
}

/** Empty lines as another scraper leaves them: none, one between any two lines, or as they were. */
function spaced(lines, random) {
  const way = random()
  if (way < 0.35) return lines
  const full = lines.filter(line => line.label !== 'blank')
  if (way < 0.7) return full
  return full.flatMap(line => [line, { text: '', label: 'blank' }])
}
