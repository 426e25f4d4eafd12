import { refreshStatistics } from '../store/index.js'
import { storyBatches } from './read-stories.js'
import type { ServerState } from './state.js'

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** What the views ask for when they are opened without a filter. */
const firstAsked = [
  '/api/stories?order=newest&limit=30',
  '/api/actors?limit=100',
  '/api/relations',
  '/api/places',
  '/api/quotes?limit=50',
  '/api/review?limit=50',
  '/api/status',
]

/** Works out the first answers of the views and story pages ahead, newest first, a few at a time, whenever nothing else is asked for, and keeps as many at hand as there is room. */
export async function prepareStories(
  state: ServerState,
  stopped: () => boolean,
  warm: (path: string) => Promise<unknown>,
): Promise<void> {
  await refreshStatistics(state.db, (await state.index.get()).articles.size)
  let ready = -1
  while (!stopped()) {
    const { revision } = state.index
    const index = await state.index.get()
    if (revision !== ready) {
      for (const _ of index.warm()) await pause(0)
      for (const path of firstAsked) await warm(path)
    }
    const interrupted = () => stopped() || state.writing || state.index.revision !== revision
    for (const ids of storyBatches(revision === ready ? [] : index.stories)) {
      while (!interrupted() && Date.now() - state.lastAsked < 250) await pause(100)
      if (interrupted()) break
      await state.storyViews.prepare(ids)
    }
    if (!interrupted()) {
      ready = revision
      state.ready = revision
    }
    await pause(250)
  }
}
