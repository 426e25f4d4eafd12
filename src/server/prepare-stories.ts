import { refreshStatistics } from '../store/index.js'
import { storyBatches } from './read-stories.js'
import type { ServerState } from './state.js'

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** Works out story pages ahead, newest first, a few at a time, whenever nothing else is asked for, and keeps as many at hand as there is room. */
export async function prepareStories(state: ServerState, stopped: () => boolean): Promise<void> {
  await refreshStatistics(state.db)
  let ready = -1
  while (!stopped()) {
    const { revision } = state.index
    const { stories } = await state.index.get()
    const interrupted = () => stopped() || state.writing || state.index.revision !== revision
    for (const ids of storyBatches(revision === ready ? [] : stories)) {
      while (!interrupted() && Date.now() - state.lastAsked < 250) await pause(100)
      if (interrupted()) break
      await state.storyViews.prepare(ids)
    }
    if (!interrupted()) ready = revision
    await pause(250)
  }
}
