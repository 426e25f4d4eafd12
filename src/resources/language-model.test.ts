import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { beforeAll, describe, expect, it } from 'vitest'
import { type AnalysedToken, loadLanguageModel, type SentenceAnalyser } from './language-model.js'
import { packageRoot } from './root.js'

const sentences = [
  'The foreign minister of Norway , Ingrid Solheim , arrived in Nairobi on Tuesday for two days of talks .',
  'Talks between the two governments were suspended after troops crossed the river near Velmost .',
  '" We will not accept any conditions , " said Pavel Drenko , who leads the opposition Green Alliance .',
  'Officials in Lima denied that the ambassador had been expelled .',
  'The Ministry of Fisheries , which issued the licences , has been asked to explain the delay .',
  'Ms Adeyemi , 54 , was sworn in as president of the court in Abuja last week .',
  'Kenya and Tanzania signed an agreement to reopen the border crossing at Holili .',
  'Rebels loyal to General Otto Marsh shelled the airport , killing three soldiers and wounding a nurse .',
  'Port workers in Valparaíso voted to strike unless the company raises wages by 6 % .',
  'MINISTER QUITS OVER GRAIN DEAL',
  'Court Orders Release Of Jailed Editor In Minsk',
  'The statement , seen by the Coastal News Agency , did not say when the inspectors would return .',
  'Canada imposed sanctions on four Belarusian officials , according to a notice published on Friday .',
  'Although the ceasefire held through the night , aid convoys could not reach the eastern districts .',
  'Asked whether the treaty was dead , the spokeswoman replied : “ Ask them . ”',
  'It was the first visit by a Danish prime minister to the island since 1998 .',
  'Go .',
  '…',
].map(text => text.split(' '))

function expectTree(tokens: readonly AnalysedToken[]): void {
  expect(tokens.filter(token => token.head === -1)).toHaveLength(1)
  tokens.forEach((token, i) => {
    expect(token.deprel === 'root').toBe(token.head === -1)
    let at = i
    for (let step = 0; step <= tokens.length && at !== -1; step++) at = tokens[at]!.head
    expect(at).toBe(-1)
  })
}

describe.each(['native', 'wasm'] as const)('language model, %s', backend => {
  let model: SentenceAnalyser
  let analysed: AnalysedToken[][]
  beforeAll(async () => {
    model = await loadLanguageModel({ backend })
    analysed = await model.analyse(sentences)
  })

  it('names its weights and its backend', () => {
    expect(model.backend).toBe(backend)
    expect(model.version).toMatch(new RegExp(`^[0-9a-f]{16}-${backend}-`))
  })

  it('gives every word tags, a place in one tree, and a legal entity tag', () => {
    expect(analysed.map(tokens => tokens.length)).toEqual(sentences.map(forms => forms.length))
    for (const tokens of analysed) {
      expectTree(tokens)
      tokens.forEach((token, i) => {
        expect(token.upos).toMatch(/^[A-Z]+$/)
        expect(token.xpos).not.toBe('')
        expect(token.entity).toMatch(/^(O|[BI]-(PER|ORG|LOC|MISC))$/)
        if (token.entity[0] === 'I') expect(tokens[i - 1]!.entity.slice(2)).toBe(token.entity.slice(2))
      })
    }
  })

  it('reads a plain sentence', () => {
    const [first] = analysed
    expect(first![10]).toMatchObject({ upos: 'ADP', deprel: 'case' })
    expect(first![9]).toMatchObject({ upos: 'VERB', xpos: 'VBD', head: -1 })
    expect(first![2]).toMatchObject({ upos: 'NOUN', head: 9, deprel: 'nsubj' })
    expect(first![11]!.entity).toBe('B-LOC')
  })

  it('repeats itself', async () => {
    expect(await model.analyse(sentences)).toEqual(analysed)
  })

  it('gives a sentence the same analysis alone, in another order and beside longer ones', async () => {
    const reversed = (await model.analyse([...sentences, sentences.flat()].reverse())).reverse()
    for (const [i, forms] of sentences.entries()) {
      const [alone] = await model.analyse([forms])
      expect(alone).toEqual(analysed[i])
      expect(reversed[i]).toEqual(analysed[i])
    }
  })

  it('takes no sentences and empty ones', async () => {
    expect(await model.analyse([])).toEqual([])
    expect(await model.analyse([[], ['Yes'], []])).toMatchObject([[], [{ head: -1, deprel: 'root' }], []])
  })

  it('reads a run of 1,200 words without a full stop as one tree', async () => {
    const forms = Array.from({ length: 1200 }, (_, i) => sentences[i % 9]![i % 7]!)
    const [tokens] = await model.analyse([forms])
    expect(tokens).toHaveLength(1200)
    expectTree(tokens!)
  })
})

describe('language model', () => {
  it('gives on both backends the same analysis, but for the last bit', async () => {
    const [native, wasm] = await Promise.all(
      (['native', 'wasm'] as const).map(async backend =>
        (await loadLanguageModel({ backend })).analyse(sentences),
      ),
    )
    const words = native!.flat()
    const other = wasm!.flat()
    const differing = words.filter((word, i) => JSON.stringify(word) !== JSON.stringify(other[i]))
    expect(differing.length / words.length).toBeLessThan(0.005)
  })

  it('refuses files that are not those of the manifest, and missing ones', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'models-'))
    const source = join(packageRoot, 'models')
    for (const file of await readdir(source, { withFileTypes: true }))
      if (file.isFile()) await copyFile(join(source, file.name), join(folder, file.name))
    const labels = join(folder, 'language-en.labels.onnx')
    const bytes = await readFile(labels)
    bytes[bytes.length >> 1]! ^= 1
    await writeFile(labels, bytes)
    await expect(loadLanguageModel({ folder })).rejects.toMatchObject({ code: 'SYN_MODEL_CHANGED' })
    await rm(labels)
    await expect(loadLanguageModel({ folder })).rejects.toMatchObject({ code: 'SYN_MODEL_MISSING' })
    await rm(folder, { recursive: true })
  })

  const built = join(packageRoot, 'dist/src/resources/language-model.js')
  it.skipIf(!existsSync(built))('works in worker threads, from the build', async () => {
    const code = `import { parentPort, workerData } from 'node:worker_threads'
      const { loadLanguageModel } = await import(workerData.built)
      const model = await loadLanguageModel({ backend: workerData.backend })
      parentPort.postMessage(await model.analyse(workerData.sentences))`
    const inWorker = (backend: string) =>
      new Promise((resolve, reject) => {
        const url = new URL(`data:text/javascript,${encodeURIComponent(code)}`)
        const worker = new Worker(url, { workerData: { built: `file://${built}`, backend, sentences } })
        worker.once('message', resolve).once('error', reject)
      })
    for (const backend of ['native', 'wasm'] as const) {
      const here = await (await loadLanguageModel({ backend })).analyse(sentences)
      expect(await Promise.all([inWorker(backend), inWorker(backend)])).toEqual([here, here])
    }
  })
})
