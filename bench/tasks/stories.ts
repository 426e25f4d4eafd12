import { loadStoryResources } from '../../src/resources/story.js'
import { StoryGrouper, textFeatures } from '../../src/story/index.js'

/** A line of an evaluation file: `text` is null for headlines, `title` for snippets. Gold fields are not read. */
export interface StoryLine {
  readonly id: string
  readonly dataset?: string
  readonly title?: string | null
  readonly text?: string | null
  readonly published?: string | null
}

function featuresOf(line: StoryLine) {
  const day = line.published?.slice(0, 10) ?? null
  return textFeatures({
    id: line.id,
    language: 'en',
    title: line.title ?? null,
    text: line.text ?? line.title ?? '',
    published: day ? { earliest: day, latest: day, basis: 'given', evidence: [] } : null,
    truncated: false,
  })
}

/** Lines in the order of publication where it is known (the order in which an archive would hold them), else as given. */
function inArchiveOrder(lines: readonly StoryLine[]): StoryLine[] {
  const time = (line: StoryLine) => line.published ?? ''
  return [...lines].sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0))
}

/**
 * Task `stories`: groups each `dataset` by itself with the product's `StoryGrouper` on the features that title, text and date give
 * (the product adds actors and coded events to them); one `{id, cluster}` a line, in the order of the input.
 */
export function predictStories(lines: readonly StoryLine[]): { id: string; cluster: string }[] {
  const resources = loadStoryResources()
  const clusters = new Map<string, string>()
  for (const dataset of new Set(lines.map(line => line.dataset))) {
    const grouper = new StoryGrouper(resources)
    for (const line of inArchiveOrder(lines.filter(other => other.dataset === dataset)))
      clusters.set(line.id, grouper.add(featuresOf(line)).story)
  }
  return lines.map(({ id }) => ({ id, cluster: clusters.get(id)! }))
}
