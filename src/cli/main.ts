#!/usr/bin/env node
import { processContext } from './context.js'
import { dispatch } from './dispatch.js'
import { tuneEngine } from './engine.js'

// A reader that closes early (`| head`) ends the command without a complaint.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0)
  throw error
})

tuneEngine()

try {
  process.exitCode = await dispatch(process.argv.slice(2), processContext())
} catch (error) {
  process.stderr.write(
    `synoptic failed in a way it should not; please report this.\n${(error as Error)?.stack ?? error}\n`,
  )
  process.exitCode = 2
}
