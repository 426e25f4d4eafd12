import type { CommandEntry } from './command.js'

/** All commands, in the order the help shows them. A command's code is loaded when it is used: most of the program is not needed for help. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'code',
    arguments: 'INPUT...',
    summary: 'read, code and reconcile pages; ends with a table of stories',
    load: async () => (await import('./commands/code.js')).code,
  },
  {
    name: 'serve',
    arguments: '',
    summary: 'the web interface and the HTTP API, on this machine',
    load: async () => (await import('./commands/serve.js')).serve,
  },
  {
    name: 'watch',
    arguments: '[SOURCE...]',
    summary: 'follow feeds, sitemaps and lists; code what is new',
    load: async () => (await import('./commands/watch.js')).watch,
  },
  {
    name: 'alert',
    arguments: 'VERB [NAME]',
    summary: 'be told of new events: webhook, e-mail file, Atom feed',
    load: async () => (await import('./commands/alert.js')).alert,
  },
  {
    name: 'brief',
    arguments: 'STORY...',
    summary: 'a brief of a story, every sentence with its source',
    load: async () => (await import('./commands/brief.js')).brief,
  },
  {
    name: 'explain',
    arguments: 'ID...',
    summary: 'the chain from a value to the characters of the page',
    load: async () => (await import('./commands/explain.js')).explain,
  },
  {
    name: 'export',
    arguments: '[RECORD]',
    summary: 'write records: JSON Lines, CSV, Parquet, GDELT, POLECAT, GeoJSON, GEXF and others',
    load: async () => (await import('./commands/export.js')).exportRecords,
  },
  {
    name: 'relations',
    arguments: '[COUNTRY [COUNTRY]]',
    summary: 'how countries deal with each other over time, what moved, who stands with whom',
    load: async () => (await import('./commands/relations.js')).relations,
  },
  {
    name: 'review',
    arguments: '[VERB ...]',
    summary: 'merge, split, accept, correct, reject, undo: decisions that every run keeps',
    load: async () => (await import('./commands/review.js')).review,
  },
  {
    name: 'audit',
    arguments: '',
    summary: 'draw a random sample of event mentions to be judged; report precision',
    load: async () => (await import('./commands/audit.js')).audit,
  },
  {
    name: 'run',
    arguments: 'STAGE [INPUT...]',
    summary: 'run the path up to one stage as a filter and print its records',
    load: async () => (await import('./commands/run.js')).runStage,
  },
  {
    name: 'worker',
    arguments: '',
    summary: 'one of many that code what "code --queue" put into a PostgreSQL queue',
    load: async () => (await import('./commands/worker.js')).worker,
  },
  {
    name: 'move',
    arguments: 'DATABASE',
    summary: 'copy the records of the embedded database to PostgreSQL',
    load: async () => (await import('./commands/move.js')).move,
  },
  {
    name: 'forget',
    arguments: 'URI...',
    summary: 'remove documents everywhere, archive included',
    load: async () => (await import('./commands/forget.js')).forget,
  },
  {
    name: 'token',
    arguments: '',
    summary: 'make, list and take back tokens for serving to other machines',
    load: async () => (await import('./commands/token.js')).token,
  },
  {
    name: 'status',
    arguments: '',
    summary: 'counts, what waits, what failed',
    load: async () => (await import('./commands/status.js')).status,
  },
  {
    name: 'doctor',
    arguments: '',
    summary: 'check the installation',
    load: async () => (await import('./commands/doctor.js')).doctor,
  },
]
