import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../scripts/browser.mjs'
import { start } from '../end-to-end/synoptic.js'
import { codedWorkspace } from './coded-workspace.js'

// A browser of the machine or of a development package; where neither starts, these tests are skipped and say so.
const browser: Browser | null = await launchBrowser().catch((error: Error) => {
  console.warn(`BROWSER TESTS SKIPPED: no headless browser starts here (${error.message.split('\n')[0]})`)
  return null
})
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let made: Awaited<ReturnType<typeof codedWorkspace>>
let server: ChildProcess
let address = ''
let context: BrowserContext
let page: Page
let story = ''
let article = ''
const complaints: string[] = []

const api = async <T>(path: string) => (await (await fetch(new URL(path, address))).json()) as T

async function open(path: string, waitFor = 'h1'): Promise<void> {
  await page.goto(new URL(path, address).href)
  await page.waitForSelector(waitFor)
}

describe.skipIf(!browser)('in a browser', () => {
  beforeAll(async () => {
    made = await codedWorkspace()
    server = start(['serve', '--port', '0', '--threads', '1', '--workspace', made.workspace])
    address = await new Promise<string>((found, failed) => {
      let said = ''
      server.stderr!.on('data', (data: Buffer) => {
        said += data.toString()
        const match = /at (http:\S+)/.exec(said)
        if (match) found(match[1]!)
      })
      server.on('exit', () => failed(new Error(said)))
    })
    context = await browser!.newContext({
      viewport: { width: 1300, height: 900 },
      reducedMotion: 'reduce',
      permissions: [],
    })
    page = await context.newPage()
    page.on('pageerror', error => complaints.push(`error: ${error.message}`))
    page.on('console', message => message.type() === 'error' && complaints.push(`console: ${message.text()}`))
    page.on('request', request => {
      if (!request.url().startsWith(address) && !request.url().startsWith('about:'))
        complaints.push(`request: ${request.url()}`)
    })
    const { items } = await api<{ items: { id: string }[] }>('/api/stories?country=CUB')
    story = items[0]!.id
    article = (await api<{ columns: { id: string }[] }>(`/api/stories/${story}`)).columns[0]!.id
  })

  afterAll(async () => {
    await browser?.close().catch(() => {})
    const ended = new Promise(resolve => server.on('exit', resolve))
    server.kill('SIGTERM')
    await ended
    made.remove()
    expect(complaints).toEqual([])
  })

  const views = (): [string, string][] => [
    ['/', '.story-row'],
    [`/stories/${story}`, '.matrix [data-cell]'],
    [`/articles/${article}`, '.para'],
    [`/articles/${article}?show=captured`, 'iframe'],
    ['/actors', 'table.data'],
    ['/actors/p:raul-castro', 'table.data'],
    ['/relations', '.stage svg'],
    ['/relations/CUB/PRK', '.pair-grid svg'],
    ['/map', '.place'],
    ['/quotes', 'blockquote'],
    ['/review', '.verdicts'],
    ['/add', '.drop'],
    ['/export', 'table.data'],
  ]

  test('every view passes axe (WCAG 2.2 AA), light and dark', async () => {
    const found: string[] = []
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme })
      // In the dark only colours differ: the views that use most of them are enough.
      const shown =
        theme === 'light' ? views() : views().filter(([path]) => /^\/$|stories|articles|CUB/.test(path))
      for (const [path, ready] of shown) {
        await open(path, ready)
        await page.evaluate(axeSource)
        const violations = await page.evaluate(async () => {
          // biome-ignore lint/suspicious/noExplicitAny: axe lives in the page under test.
          const { axe, document } = globalThis as any
          const run = await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
          })
          return run.violations.map(
            (one: { id: string; nodes: { target: string[]; failureSummary: string }[] }) =>
              `${one.id}: ${one.nodes[0]!.target} ${one.nodes[0]!.failureSummary}`,
          ) as string[]
        })
        found.push(...violations.map(one => `${theme} ${path}: ${one}`))
      }
    }
    await page.emulateMedia({ colorScheme: 'light' })
    expect(found).toEqual([])
  }, 240_000)

  test('no view is wider than a window of 360 pixels', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    const wide: string[] = []
    for (const [path] of views()) {
      await open(path)
      await page.waitForLoadState('networkidle')
      const width = await page.evaluate('document.documentElement.scrollWidth')
      if ((width as number) > 360) wide.push(`${path}: ${width}`)
    }
    await page.setViewportSize({ width: 1300, height: 900 })
    expect(wide).toEqual([])
  })

  test('from a filter to the words: country, story, dispute, cell, sentence in the article', async () => {
    await open('/', '.story-row')
    await page.getByRole('checkbox', { name: /^Cuba \d/ }).check()
    await page.waitForURL(/country=CUB/)
    await page.locator('.story-row h2 a').first().click()
    await page.waitForSelector('.matrix [data-cell]')
    expect(await page.title()).toMatch(/Synoptic$/)
    const cell = page.locator('.matrix td.c-agree a[data-cell]').first()
    const words = await cell.locator('.q').innerText()
    await cell.click()
    await page.waitForURL(/articles\/.*at=\d+-\d+/)
    await page.waitForSelector('mark.here')
    expect((await page.locator('mark.here').allInnerTexts()).join('').replace(/\d+$/, '')).toContain(
      words.split(';')[0]!,
    )
    await page.goBack()
    await page.waitForSelector('.matrix')
  })

  test('the keyboard reaches everything', async () => {
    await open('/', '.story-row')
    await page.keyboard.press('?')
    await page.waitForSelector('dialog[open]')
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog', { state: 'detached' })
    await page.keyboard.press('j')
    expect(await page.evaluate('document.activeElement.hasAttribute("data-row")')).toBe(true)
    await page.keyboard.press('/')
    expect(await page.evaluate('document.activeElement.id')).toBe('find')
    await page.keyboard.type('castro')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=castro/)
    await open(`/stories/${story}`, '.matrix [data-cell]')
    await page.locator('[data-cell][tabindex="0"]').first().focus()
    const from = await page.evaluate('document.activeElement.dataset.cell')
    await page.keyboard.press('ArrowDown')
    const to = await page.evaluate('document.activeElement.dataset.cell')
    expect(to).not.toBe(from)
    await page.keyboard.press(' ')
    expect(await page.locator('a.pinned .peek').isVisible()).toBe(true)
    await page.keyboard.press('g')
    await page.keyboard.press('m')
    await page.waitForURL(/\/map$/)
  })

  test('evidence opens beside the text and gives the focus back', async () => {
    await open(`/articles/${article}`, '[data-event="1"]')
    await page.locator('[data-event="1"]').first().click()
    await page.waitForSelector('.popover')
    expect(await page.locator('.popover').innerText()).toContain('Factuality')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.popover', { state: 'detached' })
    expect(await page.evaluate('document.activeElement.dataset.event')).toBe('1')
  })

  test('a contradiction is settled with a key, stands in the log, and is taken back with another', async () => {
    await open('/review', '.verdicts')
    const waiting = await page.locator('.queue li').count()
    const words = await page.locator('.queue [aria-current] small').innerText()
    await page.keyboard.press('2')
    await page.locator('.log li').first().waitFor()
    expect(await page.locator('.log li').first().innerText()).toMatch(/Corrected: when/)
    expect(await page.locator('.queue li').count()).toBe(waiting - 1)
    await page.keyboard.press('u')
    await page.locator('.log li.undone').first().waitFor()
    expect(await page.locator('.queue small').allInnerTexts()).toContain(words)
  }, 60_000)

  test('a field is corrected where it stands in the story, and undone there', async () => {
    await open(`/stories/${story}`, '.matrix [data-cell]')
    const when = page.locator('.matrix tr', { hasText: 'When' }).first()
    const before = await when.locator('th.k').innerText()
    await when.getByRole('button', { name: 'Correct when' }).click()
    await page.locator('dialog').getByLabel('From', { exact: true }).fill('2017-11-21')
    await page.locator('dialog').getByLabel('To', { exact: true }).fill('2017-11-22')
    await page.getByLabel(/^Reason/).fill('the communiqué says so')
    await page.getByRole('button', { name: 'Save the correction' }).click()
    await page.waitForSelector('dialog', { state: 'detached' })
    await page.locator('.matrix th.k', { hasText: '21 to 22 November 2017' }).waitFor()
    await page.locator('.undo-bar').getByRole('button', { name: /^Undo/ }).click()
    await page.locator('.matrix th.k', { hasText: '21 to 22 November 2017' }).waitFor({ state: 'detached' })
    expect(await when.locator('th.k').innerText()).toBe(before)
  }, 60_000)

  test('two events are merged from the table of a pair, with the keyboard alone, and are two again', async () => {
    await open('/relations/CUB/PRK', '.pair-grid svg')
    const rows = page.locator('table.data [data-row]')
    const before = await rows.count()
    await page.locator('.judge-link').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('dialog .verdicts')
    await page.keyboard.press('m')
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page.waitForSelector('dialog', { state: 'detached' })
    await page.locator('.undo-bar', { hasText: 'Merged with' }).waitFor()
    await page.keyboard.press('u')
    await page.locator('.undo-bar', { hasText: 'Taken back' }).waitFor()
    await expect.poll(() => rows.count()).toBe(before)
  }, 60_000)

  test('pages are added with their progress, and stand in the list', async () => {
    await open('/add')
    await page.fill(
      'textarea',
      'Kenya and Oman sign port accord\n\nMUSCAT, 7 May 2020 - Kenya and Oman signed an agreement on a port on Thursday, the foreign ministry of Oman said.',
    )
    await page.getByRole('button', { name: /^Add/ }).click()
    await page.waitForURL(/job=/)
    await page.getByRole('link', { name: 'Open the stories' }).click({ timeout: 45_000 })
    await page.waitForSelector('.story-row')
    expect(await page.locator('.story-row h2').allInnerTexts()).toContain('Kenya and Oman sign port accord')
  })

  test('what a hostile page says is text and nothing else', async () => {
    const { items } = await api<{ items: { id: string; story: string }[] }>('/api/quotes?q=sign')
    const { items: hostile } = await api<{ items: { id: string }[] }>('/api/stories?country=ECU')
    await open(`/stories/${hostile[0]!.id}`, '.matrix')
    expect(await page.locator('h1').innerText()).toContain('<script>')
    const id = (await api<{ columns: { id: string }[] }>(`/api/stories/${hostile[0]!.id}`)).columns[0]!.id
    await open(`/articles/${id}?show=captured`, 'iframe')
    await page.waitForLoadState('networkidle')
    expect(items.length).toBeGreaterThan(0)
    expect(await page.evaluate('window.hurt')).toBeUndefined()
    for (const frame of page.frames()) expect(frame.url()).toMatch(new RegExp(`^(${address}|about:)`))
  })

  test('the first view needs less than 100 kB of script, compressed', async () => {
    await open('/', '.story-row')
    await page.waitForLoadState('networkidle')
    // Packed sizes, also of what the browser had already.
    const bytes = (await page.evaluate(
      `performance.getEntriesByType('resource').filter(one => one.name.endsWith('.js')).reduce((sum, one) => sum + one.encodedBodySize, 0)`,
    )) as number
    expect(bytes).toBeGreaterThan(10_000)
    expect(bytes).toBeLessThan(100_000)
  })
})
