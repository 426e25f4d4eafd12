// Takes pictures of every view, light and dark, into docs/screenshots/: codes the sample corpus, serves it, and looks.
//   node scripts/screenshots.mjs [--address URL] [--out DIR] [--only NAME,...] [--narrow] [--format png]
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { launchBrowser } from './browser.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const main = join(root, 'dist', 'src', 'cli', 'main.js')
const { values } = parseArgs({
  options: {
    address: { type: 'string' },
    out: { type: 'string', default: 'docs/screenshots' },
    only: { type: 'string' },
    narrow: { type: 'boolean', default: false },
    format: { type: 'string', default: 'webp' },
  },
})

/** A picture as WebP, a quarter of its size, made by the browser itself. */
async function asWebp(context, png) {
  const page = await context.newPage()
  const address = await page.evaluate(async data => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    canvas.getContext('2d').drawImage(image, 0, 0)
    return canvas.toDataURL('image/webp', 0.8)
  }, png.toString('base64'))
  await page.close()
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
}

/** Codes the samples into a workspace for this run and serves it on a free port. */
async function serveSamples() {
  const workspace = mkdtempSync(join(tmpdir(), 'synoptic-pictures-'))
  spawnSync(process.execPath, [main, 'code', 'samples', '--workspace', workspace], {
    cwd: root,
    stdio: 'inherit',
  })
  const server = spawn(process.execPath, [main, 'serve', '--port', '0', '--workspace', workspace], {
    cwd: root,
  })
  const address = await new Promise((found, failed) => {
    let said = ''
    server.stderr.on('data', data => {
      said += data
      const match = /at (http:\S+)/.exec(said)
      if (match) found(match[1])
    })
    server.on('exit', () => failed(new Error(said)))
  })
  const stop = async () => {
    const ended = new Promise(done => server.on('exit', done))
    server.kill('SIGTERM')
    await ended
    rmSync(workspace, { recursive: true, force: true })
  }
  return { address, stop }
}

const served = values.address ? { address: values.address, stop: async () => {} } : await serveSamples()
const api = async path => await (await fetch(new URL(path, served.address))).json()

/** The story with most origins, its original report, and an event in it. */
const { items } = await api('/api/stories?order=origins&limit=1')
const story = await api(`/api/stories/${items[0].id}`)
const article = story.columns[0].id
const mention = (await api(`/api/articles/${article}`)).mentions.length > 1 ? 2 : 1

const views = [
  { name: 'stories', path: '/' },
  { name: 'story', path: `/stories/${items[0].id}` },
  { name: 'article', path: `/articles/${article}`, prepare: page => page.click(`[data-event="${mention}"]`) },
  { name: 'trees', path: `/articles/${article}?show=trees`, wait: '.tree-list' },
  { name: 'actors', path: '/actors' },
  { name: 'actor', path: `/actors/${encodeURIComponent(story.events[0].actors[0])}` },
  { name: 'relations', path: '/relations' },
  { name: 'pair', path: `/relations/${items[0].pair.a}/${items[0].pair.b}` },
  { name: 'map', path: '/map' },
  { name: 'quotes', path: '/quotes' },
  { name: 'review', path: '/review', wait: '.verdicts' },
  { name: 'add', path: '/add' },
  { name: 'export', path: '/export' },
]

const out = resolve(root, values.out)
mkdirSync(out, { recursive: true })
const browser = await launchBrowser()
const wanted = values.only?.split(',')
try {
  for (const theme of ['light', 'dark']) {
    const context = await browser.newContext({
      viewport: values.narrow ? { width: 360, height: 740 } : { width: 1360, height: 850 },
      colorScheme: theme,
      reducedMotion: 'reduce',
    })
    for (const { name, path, wait, prepare } of views) {
      if (wanted && !wanted.includes(name)) continue
      const page = await context.newPage()
      page.on('pageerror', error => console.error(`${name}: ${error.message}`))
      page.on('console', message => message.type() === 'error' && console.error(`${name}: ${message.text()}`))
      await page.goto(new URL(path, served.address).href, { waitUntil: 'networkidle' })
      await page.waitForSelector(wait ?? 'h1')
      await prepare?.(page)
      await page.evaluate(() => document.fonts.ready)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      if (wide) console.error(`${name}: wider than the window`)
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      const most = name === 'story' ? 4200 : 1500
      const png = await page.screenshot({
        fullPage: true,
        clip: { x: 0, y: 0, width: values.narrow ? 360 : 1360, height: Math.min(height, most) },
      })
      writeFileSync(
        join(out, `${name}-${theme}${values.narrow ? '-narrow' : ''}.${values.format}`),
        values.format === 'png' ? png : await asWebp(context, png),
      )
      await page.close()
    }
    await context.close()
  }
} finally {
  await browser.close()
  await served.stop()
}
