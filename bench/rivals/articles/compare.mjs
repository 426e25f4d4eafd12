// node bench/rivals/articles/compare.mjs SHARED [SET]: body scores and pages a second of article extractors on the same pages, in one run and one process.
// Before: npm run build in the root, npm ci in this folder. SHARED is the folder that holds data/ and score/; SET is fundus (default) or trafilatura.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { extractFromHtml } from '@extractus/article-extractor'
import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'

const [shared, set = 'fundus'] = process.argv.slice(2)
if (!shared) {
  console.error('usage: node bench/rivals/articles/compare.mjs SHARED [SET]')
  process.exit(2)
}
const root = process.env.SYNOPTIC_ROOT ?? join(dirname(fileURLToPath(import.meta.url)), '../../..')
const own = path => import(pathToFileURL(join(root, 'dist', path)).href)
const { predictArticle } = await own('bench/tasks/articles.js')
const { loadArticleResources } = await own('src/resources/article.js')
const { score } = await import(pathToFileURL(join(shared, 'score/articles.mjs')).href)
const resources = loadArticleResources()
const pages = gunzipSync(readFileSync(join(shared, `data/articles/${set}.dev.jsonl.gz`)))
  .toString()
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))

/** Text of an extractor's HTML, one line for a block. */
function textOf(html) {
  const { document } = parseHTML(`<html><body>${html ?? ''}</body></html>`)
  for (const block of document.querySelectorAll('p,div,li,h1,h2,h3,h4,h5,h6,blockquote,br,tr,section,figure'))
    block.append('\n')
  return document.body.textContent
}

const extractors = {
  Synoptic: page => predictArticle(page, resources),
  'Readability on linkedom': page => {
    const found = new Readability(parseHTML(page.html).document).parse()
    return {
      body: textOf(found?.content),
      title: found?.title,
      authors: found?.byline ? [found.byline] : undefined,
      date: found?.publishedTime,
    }
  },
  Defuddle: async page => {
    const found = await Defuddle(parseHTML(page.html).document, page.url, { useAsync: false })
    return {
      body: textOf(found.content),
      title: found.title,
      authors: found.author ? [found.author] : undefined,
      date: found.published,
    }
  },
  'article-extractor': async page => {
    const found = await extractFromHtml(page.html, page.url)
    return {
      body: textOf(found?.content),
      title: found?.title,
      authors: found?.author ? [found.author] : undefined,
      date: found?.published,
    }
  },
}

// Extractors report odd pages on the console; only the table is wanted.
const print = console.log
for (const name of ['log', 'warn', 'error', 'info', 'debug']) console[name] = () => {}
print(
  `${set}: ${pages.length} pages, ${Math.round(pages.reduce((a, p) => a + p.html.length, 0) / pages.length / 1000)} kB a page`,
)
for (const [name, extract] of Object.entries(extractors)) {
  const predictions = []
  let failed = 0
  for (const page of pages.slice(0, 20))
    await Promise.resolve()
      .then(() => extract(page))
      .catch(() => {})
  const before = process.cpuUsage()
  for (const page of pages) {
    try {
      predictions.push({ ...(await extract(page)), id: page.id })
    } catch {
      failed++
      predictions.push({ id: page.id, body: '' })
    }
  }
  const used = process.cpuUsage(before)
  const { out } = score(pages, predictions)
  const shown = ['bodyF1', 'bodyP', 'bodyR', 'snippetF1', 'titleAccuracy', 'authorsAccuracy', 'dateAccuracy']
    .filter(key => out[key] !== undefined && out[key] !== null)
    .map(key => `${key} ${(out[key] * 100).toFixed(1)}`)
  print(
    `${name.padEnd(24)} ${shown.join('  ')}  pages/s ${(pages.length / ((used.user + used.system) / 1e6)).toFixed(1)}  failed ${failed}`,
  )
}
