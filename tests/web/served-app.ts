import { inlineCoder } from '../../src/pipeline/pool.js'
import { runPipeline } from '../../src/pipeline/run.js'
import { loadCountryNames } from '../../src/resources/country-names.js'
import { loadResources } from '../../src/resources/index.js'
import { loadStoryResources } from '../../src/resources/story.js'
import { analyseCapture } from '../../src/server/analysis.js'
import { type App, createApp, Jobs, tokenVerifier } from '../../src/server/index.js'
import { openWorkspace, type Workspace } from '../../src/store/index.js'
import { codedWorkspace } from './coded-workspace.js'

export interface ServedApp {
  readonly workspace: Workspace
  readonly app: App
  /** The same workspace, asking for a token. */
  readonly guarded: App
  readonly dir: string
  close(): Promise<void>
}

/** The HTTP application over a coded workspace, in this process and without a port. */
export async function servedApp(): Promise<ServedApp> {
  const made = await codedWorkspace()
  const opened = await openWorkspace(made.workspace, 'test')
  if (!opened.owned) throw new Error('The workspace is in use.')
  const { workspace } = opened
  const resources = await loadResources()
  const listeners: (() => Promise<void>)[] = []
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } finally {
      for (const listener of listeners) await listener()
    }
  }
  const parts = {
    workspace,
    writes: { busy: false, onWritten: (listener: () => Promise<void>) => void listeners.push(listener) },
    inTurn,
    version: '1.2.3',
    countryNames: loadCountryNames(),
    analyse: (capture: Parameters<typeof analyseCapture>[0]) => analyseCapture(capture, resources),
    jobs: new Jobs((captures, watch) =>
      inTurn(async () =>
        runPipeline({
          workspace,
          coder: watch.wrap(inlineCoder(resources)),
          stories: await loadStoryResources(),
          captures,
          onProgress: watch.onProgress,
        }),
      ),
    ),
  }
  return {
    workspace,
    dir: made.workspace,
    app: createApp(parts, { web: '/nonexistent' }),
    guarded: createApp(parts, { web: '/nonexistent', verify: tokenVerifier(made.workspace) }),
    close: async () => {
      await workspace.close()
      made.remove()
    },
  }
}
