import { readBriefInput } from '../brief/read.js'
import { readStoryView, refreshStatistics, storiesWithoutView, writeStoryView } from '../store/index.js'
import { Answer } from './answer-cache.js'
import type { ServerState } from './state.js'
import { storyView } from './views/story-view.js'

/** Raised when the story view holds something else for the same records. */
const viewVersion = '2'

/** The view of a story: as it was prepared, or worked out now and kept. Null when there is no such story. */
export async function storyAnswer(state: ServerState, id: string): Promise<Answer | null> {
  const version = `${state.parts.version} ${viewVersion}`
  const stored = await readStoryView(state.db, id, version)
  if (stored) return Answer.stored(stored.packed, stored.etag)
  const { revision } = state.index
  const summary = (await state.index.get()).storyOf.get(id)
  const input = summary && (await readBriefInput(state.db, id))
  if (!summary || !input) return null
  const answer = Answer.of(JSON.stringify(storyView(input, summary)))
  // While something writes, what was read may be half old: then the view is shown, not kept.
  if (!state.writing && state.index.revision === revision) await writeStoryView(state.db, id, version, answer)
  return answer
}

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** Works out story views ahead, one at a time, whenever nothing else is asked for; ends when `stopped` says so. */
export async function prepareStories(state: ServerState, stopped: () => boolean): Promise<void> {
  await refreshStatistics(state.db)
  await state.index.get()
  let ready = -1
  while (!stopped()) {
    const { revision } = state.index
    const idle = revision === ready || state.writing
    const missing = idle
      ? []
      : await storiesWithoutView(state.db, `${state.parts.version} ${viewVersion}`, 50)
    for (const id of missing) {
      while (!stopped() && Date.now() - state.lastAsked < 250) await pause(100)
      if (stopped() || state.writing) break
      await storyAnswer(state, id)
      await pause(1)
    }
    if (!idle && missing.length === 0) ready = revision
    if (missing.length === 0) await pause(250)
  }
}
