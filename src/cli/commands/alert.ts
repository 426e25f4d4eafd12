import {
  type Alert,
  alertSchema,
  issuesText,
  Outbox,
  readAlerts,
  runAlerts,
  type Target,
  tell,
  writeAlerts,
} from '../../alert/index.js'
import { SynopticError } from '../../model/index.js'
import type { Workspace } from '../../store/index.js'
import { hashId } from '../../text/hash.js'
import { alertLines } from '../alert-lines.js'
import { type ExitCode, type Invocation, stringValue, UsageError, type WorkspaceCommand } from '../command.js'

const verbs = ['add', 'list', 'remove', 'test', 'run'] as const
type Verb = (typeof verbs)[number]

/** Words of an option that may be repeated or hold several words with commas between. */
function words({ values }: Invocation, name: string): string[] | undefined {
  const given = values[name]
  const all = (Array.isArray(given) ? given : given === undefined ? [] : [given]) as readonly string[]
  const found = all
    .flatMap(text => text.split(','))
    .map(text => text.trim())
    .filter(Boolean)
  return found.length > 0 ? found : undefined
}

function targets(invocation: Invocation): Target[] {
  const { values } = invocation
  const to: unknown[] = []
  for (const webhook of words(invocation, 'webhook') ?? [])
    to.push({
      webhook,
      secret_env: stringValue(values, 'secret-env'),
      ...(values['private'] ? { private: true } : {}),
    })
  const mail = stringValue(values, 'mail')
  if (mail !== undefined) to.push({ mail, to: stringValue(values, 'to') })
  const atom = stringValue(values, 'atom')
  if (atom !== undefined) to.push({ atom })
  if (to.length === 0)
    throw new UsageError('Say where to tell it: --webhook URL, --mail DIR --to ADDRESS, or --atom FILE.')
  return to as Target[]
}

/** The alert that the options describe. */
function described(invocation: Invocation, name: string): Alert {
  const { values } = invocation
  const list = (option: string) => words(invocation, option)
  const origins = stringValue(values, 'origins')
  const parsed = alertSchema.safeParse({
    name,
    when: {
      event: list('event')?.map(word => word.toUpperCase()),
      quad: list('quad'),
      cameo: list('cameo'),
      actor: list('actor'),
      recipient: list('recipient'),
      between: list('between'),
      place: list('place'),
      context: list('context'),
      disputed: list('disputed'),
      ...(origins !== undefined && { origins: Number(origins) }),
    },
    to: targets(invocation),
    ...(values['changes'] ? { changes: true } : {}),
  })
  if (!parsed.success) throw new UsageError(`This is no alert: ${issuesText(parsed.error)}.`)
  // Without the fields that were not given, as the file has it.
  return JSON.parse(JSON.stringify(parsed.data)) as Alert
}

function asked({ positionals }: Invocation): { verb: Verb; name: string | undefined } {
  const [verb, name, ...rest] = positionals
  if (!verb || !verbs.includes(verb as Verb) || rest.length > 0)
    throw new UsageError(`Say what to do: ${verbs.join(', ')}.`)
  if (name === undefined && verb !== 'list' && verb !== 'run')
    throw new UsageError(`Name the alert: synoptic alert ${verb} NAME`)
  return { verb: verb as Verb, name }
}

function named(alerts: readonly Alert[], name: string): Alert {
  const found = alerts.find(alert => alert.name === name)
  if (found) return found
  const names = alerts.map(alert => alert.name).join(', ') || 'none'
  throw new SynopticError('SYN_NO_ALERT', `There is no alert "${name}". There are: ${names}.`)
}

/** Sends a message that says it is a test to every target of an alert, past the outbox. */
async function sendTest(alert: Alert, workspace: Workspace, invocation: Invocation): Promise<ExitCode> {
  const now = Date.now()
  const notice = {
    id: hashId('n', 'test', alert.name, now),
    alert: alert.name,
    kind: 'test' as const,
    title: `Test of the alert ${alert.name}`,
    text: 'This is a test. Nothing has happened.',
    time: new Date(now).toISOString(),
  }
  let failed = false
  for (const target of alert.to) {
    const where = JSON.stringify(target)
    const options = {
      dir: workspace.dir,
      now,
      env: process.env,
      allowPrivate: Boolean(invocation.values['allow-private']),
      random: Math.random,
    }
    await tell(notice, target, options).then(
      () => invocation.context.err.write(`told: ${where}\n`),
      error => {
        failed = true
        return invocation.context.err.write(`failed: ${where}: ${(error as Error).message}\n`)
      },
    )
  }
  return failed ? 1 : 0
}

async function list(
  alerts: readonly Alert[],
  workspace: Workspace,
  { context }: Invocation,
): Promise<ExitCode> {
  const outbox = new Outbox(workspace.dir)
  const of = (all: Outbox['waiting'], name: string) =>
    [...all.values()].filter(one => one.notice.alert === name)
  for (const alert of alerts) {
    const [waiting, dead] = [of(outbox.waiting, alert.name), of(outbox.dead, alert.name)]
    await context.out.write(
      `${JSON.stringify({ ...alert, waiting: waiting.length, given_up: dead.length })}\n`,
    )
    const problem = waiting.find(one => one.problem)?.problem
    if (problem) await context.err.write(`${alert.name}: ${problem}\n`)
  }
  if (alerts.length === 0)
    await context.err.write('There are no alerts. Make one with: synoptic alert add NAME ...\n')
  return 0
}

async function run(invocation: Invocation, workspace: Workspace): Promise<ExitCode> {
  const { verb, name } = asked(invocation)
  const alerts = readAlerts(workspace.dir)
  const allowPrivate = Boolean(invocation.values['allow-private'])
  if (verb === 'list') return await list(alerts, workspace, invocation)
  if (verb === 'test') return await sendTest(named(alerts, name!), workspace, invocation)
  if (verb === 'remove') {
    named(alerts, name!)
    writeAlerts(
      workspace.dir,
      alerts.filter(alert => alert.name !== name),
    )
    return 0
  }
  if (verb === 'add') {
    const alert = described(invocation, name!)
    if (alerts.some(other => other.name === name))
      throw new SynopticError(
        'SYN_ALERT_EXISTS',
        `There is an alert "${name}" already. Remove it first, or take another name.`,
      )
    writeAlerts(workspace.dir, [...alerts, alert])
  }
  // A new alert is looked at once now: what matches already is no news.
  const done = await runAlerts({ workspace, allowPrivate })
  for (const line of alertLines(done)) await invocation.context.err.write(`${line}\n`)
  return done.problems.length > 0 ? 1 : 0
}

const many = true
export const alert: WorkspaceCommand = {
  workspace: 'opens',
  writes: true,
  options: [
    { name: 'event', value: 'E', text: 'PLOVER event: CONSULT, SANCTION, ...', many },
    {
      name: 'quad',
      value: 'Q',
      text: 'verbal_cooperation, material_cooperation, verbal_conflict or material_conflict',
      many,
    },
    { name: 'cameo', value: 'CODE', text: 'beginning of a CAMEO code', many },
    { name: 'between', value: 'A,B', text: 'two sides, whoever acts' },
    { name: 'actor', value: 'A', text: 'who acts: a country (CUB), an id or a name', many },
    { name: 'recipient', value: 'A', text: 'towards whom', many },
    { name: 'place', value: 'CUB', text: 'country of the place', many },
    { name: 'context', value: 'C', text: 'PLOVER context', many },
    {
      name: 'disputed',
      value: 'FIELD',
      text: 'accounts contradict each other on: time, place, actors, quantity, ...',
      many,
    },
    { name: 'origins', value: 'N', text: 'told by so many independent origins at least' },
    { name: 'changes', text: 'tell again when an event that was told changes' },
    { name: 'webhook', value: 'URL', text: 'send as JSON to an address', many },
    {
      name: 'secret-env',
      value: 'NAME',
      text: 'environment variable with the key that messages are signed with',
    },
    { name: 'private', text: 'the address may be one of this machine or of a private network' },
    { name: 'mail', value: 'DIR', text: 'put as .eml file into a folder of the workspace' },
    { name: 'to', value: 'ADDRESS', text: 'who the e-mail is for' },
    { name: 'atom', value: 'FILE', text: 'put on top of an Atom feed in the workspace' },
    { name: 'allow-private', text: 'private and loopback addresses may be told for this once' },
  ],
  details: `add NAME      make an alert; what matches already is no news
list          alerts as JSON Lines, with what waits to be sent and what was given up
remove NAME   take one away
test NAME     send a test message to its targets
run           look for news now and send what waits; watch and code do so after every run

Lists may be repeated or written with commas; fields of an alert must all fit, of a list one word. What is denied or only possible does not match.
Alerts stand in alerts.json of the workspace and may be written there by hand.`,
  examples: [
    'synoptic alert add north --quad material_conflict --between PRK,KOR --webhook https://desk.example/hook --secret-env HOOK_KEY',
    'synoptic alert add sanctions --event SANCTION --recipient RUS --origins 2 --atom alerts.xml',
    'synoptic alert add doubts --disputed quantity --place UKR --mail outgoing --to desk@paper.example',
    'synoptic alert test north',
  ],
  check: invocation => {
    const { verb, name } = asked(invocation)
    if (verb === 'add') described(invocation, name!)
  },
  run,
}
