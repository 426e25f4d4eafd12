import type { Command } from './command.js'
import { audit } from './commands/audit.js'
import { brief } from './commands/brief.js'
import { code } from './commands/code.js'
import { doctor } from './commands/doctor.js'
import { explain } from './commands/explain.js'
import { exportRecords } from './commands/export.js'
import { forget } from './commands/forget.js'
import { runStage } from './commands/run.js'
import { status } from './commands/status.js'

/** All commands, in the order the help shows them. */
export const commands: readonly Command[] = [
  code,
  brief,
  explain,
  exportRecords,
  audit,
  runStage,
  forget,
  status,
  doctor,
]
