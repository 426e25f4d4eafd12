import { readBriefInput } from '../brief/read.js'
import { readStoryView, refreshStatistics, writeStoryView } from '../store/index.js'
import { Answer } from './answer-cache.js'
import { answerKey } from './json-answer.js'
import type { ServerState } from './state.js'
import { storyView } from './views/story-view.js'

/** Raised when the story view holds something else for the same records. */
const viewVersion = '3'

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

/** Works out story views ahead, newest first, one at a time, whenever nothing else is asked for, and keeps as many at hand as there is room. */
export async function prepareStories(state: ServerState, stopped: () => boolean): Promise<void> {
  await refreshStatistics(state.db)
  let ready = -1
  while (!stopped()) {
    const { revision } = state.index
    const { stories } = await state.index.get()
    const interrupted = () => stopped() || state.writing || state.index.revision !== revision
    for (const { id } of revision === ready ? [] : stories) {
      while (!interrupted() && Date.now() - state.lastAsked < 250) await pause(100)
      if (interrupted()) break
      const answer = await storyAnswer(state, id)
      if (answer && state.answers.hasRoom) state.answers.put(answerKey(state, `/api/stories/${id}`), answer)
      await pause(0)
    }
    if (!interrupted()) ready = revision
    await pause(250)
  }
}
