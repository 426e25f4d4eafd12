// node bench/measure.mjs SHARED [NAME...]: runs `predict` and the scorers over the developers' data and prints a table of figures with their commands.
// SHARED is the folder that holds data/ and score/. Names choose rows (their first words); without names all are measured.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [shared, ...names] = process.argv.slice(2)
if (!shared) {
  console.error('usage: node bench/measure.mjs SHARED [NAME...]')
  process.exit(2)
}

/** name, task, file below data/, scorer with its arguments (GOLD and PRED are filled in), what to print of its JSON */
const rows = [
  ['fundus pages', 'articles', 'articles/fundus.dev.jsonl.gz', 'articles.mjs GOLD PRED'],
  ['fundus as scraped text', 'articles', 'articles/fundus-text.dev.jsonl.gz', 'articles.mjs GOLD PRED'],
  ['trafilatura pages', 'articles', 'articles/trafilatura.dev.jsonl.gz', 'articles.mjs GOLD PRED'],
  [
    'EWT dev, raw text',
    'conllu',
    'treebank/en_ewt-dev.txt.gz',
    'conllu.mjs treebank/en_ewt-dev.conllu.gz PRED',
  ],
  ['wikigold', 'entities', 'entities/wikigold.dev.jsonl.gz', 'entities.mjs GOLD PRED --types=PER,ORG,LOC'],
  ['politics', 'entities', 'entities/politics.dev.jsonl.gz', 'entities.mjs GOLD PRED --types=PER,ORG,LOC'],
  ['re3d', 'entities', 'entities/re3d.dev.jsonl.gz', 'entities.mjs GOLD PRED --types=PER,ORG,LOC'],
  ['TimeBank and AQUAINT', 'dates', 'dates/tbaq.dev.jsonl.gz', 'dates.mjs GOLD PRED'],
  ['recognizers', 'dates', 'dates/recognizers.dev.jsonl.gz', 'dates.mjs GOLD PRED'],
  ['LGL', 'places', 'places/lgl.dev.jsonl.gz', 'places.mjs GOLD PRED --geocoded'],
  ['GeoVirus', 'places', 'places/geovirus.dev.jsonl.gz', 'places.mjs GOLD PRED --geocoded'],
  ['PLV train part', 'plv', 'events/PLV_train.tsv', 'events-plv.mjs --gold GOLD --pred PRED'],
  [
    'PolNeAR dev',
    'attribution',
    'attribution/polnear-dev.jsonl.gz',
    'attribution.mjs --gold GOLD --pred PRED',
  ],
  ['uci', 'stories', 'stories/uci.dev.jsonl.gz', 'stories.mjs GOLD PRED'],
  ['fnc', 'stories', 'stories/fnc.dev.jsonl.gz', 'stories.mjs GOLD PRED'],
  ['ecb', 'stories', 'stories/ecb.dev.jsonl.gz', 'stories.mjs GOLD PRED'],
  ['basil', 'stories', 'stories/basil.dev.jsonl.gz', 'stories.mjs GOLD PRED'],
]

const scratch = mkdtempSync(join(tmpdir(), 'synoptic-measure-'))
try {
  for (const [name, task, file, scorer] of rows) {
    if (names.length > 0 && !names.some(wanted => name.startsWith(wanted))) continue
    const input = join(shared, 'data', file)
    const output = join(scratch, 'predictions')
    execFileSync(process.execPath, [join(root, 'dist/bench/predict.js'), task, input, output], {
      stdio: 'ignore',
    })
    const [script, ...args] = scorer
      .split(' ')
      .map(arg =>
        arg === 'GOLD'
          ? input
          : arg === 'PRED'
            ? output
            : arg.startsWith('treebank/')
              ? join(shared, 'data', arg)
              : arg,
      )
    const figures = execFileSync(process.execPath, [join(shared, 'score', script), ...args], {
      encoding: 'utf8',
    })
    console.log(
      `## ${name}\nnpm run -s predict -- ${task} data/${file} PRED && node score/${scorer.replace('GOLD', `data/${file}`)}\n${figures.trim()}\n`,
    )
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
