import type { Article, Lineage, Span } from '../model/index.js'
import { withoutQuotations } from './copies.js'

/** An article whose report is probably another's, with the stretches that show it. */
export interface ProbableSource {
  readonly from: number
  readonly to: number
  /** Share of the article's own words that stand close to the source. */
  readonly share: number
  readonly stretches: readonly Lineage[]
}

/** From this share of its own words on an article has its report from one earlier article. */
const fromOne = 0.5
/** So much of its own words stands close to several earlier articles that it has no report of its own; the largest share then names its source. */
const fromSeveral = 0.8
const largest = 0.3
/** Letters and digits that must stand close: a sentence or two may be written alike by two reporters. */
const fewestCharacters = 150

/** Letters and digits of a stretch outside of quotation marks. */
function ownCharacters(plain: string, spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + (plain.slice(...span).match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
}

/** Spans in order, overlapping ones joined, so that no character counts twice. */
function covered(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1)
    if (last && from <= last[1]) out[out.length - 1] = [last[0], Math.max(last[1], to)]
    else out.push([from, to])
  }
  return out
}

/** Lineage in the writer's own words by article and by source: a quotation may be taken down by two reporters. */
function bySource(lineage: readonly Lineage[]): Map<string, Map<string, Lineage[]>> {
  const found = new Map<string, Map<string, Lineage[]>>()
  for (const tie of lineage) {
    if (tie.of !== 'words') continue
    const own = found.get(tie.article) ?? new Map<string, Lineage[]>()
    found.set(tie.article, own.set(tie.source.article, [...(own.get(tie.source.article) ?? []), tie]))
  }
  return found
}

/**
 * Articles that are no independent reports although no copy and no credit ties them to another: at least half of their own words stand in
 * sentences close to one earlier article of another house (`lineageOf`), or nearly all of them in sentences close to several. Sentences
 * count, quotations do not. One source an article, the one with the largest share, the earlier of two alike.
 */
export function probableSources(articles: readonly Article[], lineage: readonly Lineage[]): ProbableSource[] {
  const places = new Map(articles.map(({ id }, i) => [id, i]))
  const found = bySource(lineage)
  return articles.flatMap((article, from): ProbableSource[] => {
    const sources = found.get(article.id)
    if (!sources) return []
    const plain = withoutQuotations(article.text)
    const all = Math.max(
      1,
      ownCharacters(
        plain,
        article.blocks.map(({ span }) => span),
      ),
    )
    const close = (ties: readonly Lineage[]) => ownCharacters(plain, covered(ties.map(({ span }) => span)))
    const ranked = [...sources]
      .map(([id, stretches]) => ({ to: places.get(id)!, stretches, characters: close(stretches) }))
      .sort((a, b) => b.characters - a.characters || a.to - b.to)
    const [best] = ranked
    const total = close([...sources.values()].flat()) / all
    if (!best || best.characters < fewestCharacters) return []
    const share = best.characters / all
    const taken = share >= fromOne || (total >= fromSeveral && share >= largest)
    return taken ? [{ from, to: best.to, share, stretches: best.stretches }] : []
  })
}
