import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { factualities, fields, ploverEvents, quadClasses, SynopticError } from '../model/index.js'

const who = z.string().trim().min(1)

/** What an event must be like. Fields that are left out are not looked at; lists mean any of their values. */
export const querySchema = z
  .strictObject({
    /** PLOVER events. */
    event: z.array(z.enum(ploverEvents)).min(1).optional(),
    quad: z.array(z.enum(quadClasses)).min(1).optional(),
    /** Beginnings of CAMEO codes. */
    cameo: z
      .array(z.string().regex(/^\d{2,4}$/, 'two to four digits'))
      .min(1)
      .optional(),
    /** Who acts: a country (`CUB`), an id of an actor (`p:...`) or a name. */
    actor: z.array(who).min(1).optional(),
    recipient: z.array(who).min(1).optional(),
    /** Two sides, whoever acts. */
    between: z.tuple([who, who]).optional(),
    /** Country of the place. */
    place: z
      .array(z.string().regex(/^[A-Z]{3}$/, 'a country of three letters'))
      .min(1)
      .optional(),
    context: z.array(who).min(1).optional(),
    /** Fields on which accounts cannot all be true. */
    disputed: z.array(z.enum(fields)).min(1).optional(),
    /** Independent origins at least. */
    origins: z.int().min(1).optional(),
    /** Default: what is told as having happened, for certain or probably. */
    factuality: z.array(z.enum(factualities)).min(1).optional(),
  })
  .refine(query => Object.keys(query).length > 0, 'it asks for nothing: every event would match')
export type Query = z.infer<typeof querySchema>

const webhook = z.strictObject({
  webhook: z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' }),
  /** Name of the environment variable that holds the key messages are signed with. */
  secret_env: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable')
    .optional(),
  /** Lets the address be one of this machine or of a private network. */
  private: z.boolean().optional(),
})
const mail = z.strictObject({
  mail: z.string().min(1),
  to: z.string().regex(/^[^\s<>@]+@[^\s<>@]+$/, 'an e-mail address'),
})
const atom = z.strictObject({ atom: z.string().min(1) })

export const targetSchema = z.union([webhook, mail, atom])
export type Target = z.infer<typeof targetSchema>
export type WebhookTarget = z.infer<typeof webhook>
export type MailTarget = z.infer<typeof mail>
export type AtomTarget = z.infer<typeof atom>

export const alertSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case letters, digits and hyphens, 64 at most'),
  when: querySchema,
  to: z.array(targetSchema).min(1),
  /** Tells again when an event that was told changes. */
  changes: z.boolean().optional(),
})
export type Alert = z.infer<typeof alertSchema>

const fileSchema = z
  .strictObject({ alerts: z.array(alertSchema).max(1000) })
  .refine(
    ({ alerts }) => new Set(alerts.map(alert => alert.name)).size === alerts.length,
    'two alerts have one name',
  )

export const alertsPath = (dir: string): string => join(dir, 'alerts.json')

/** Issues of a check in one line, each with its place. */
export const issuesText = (error: z.ZodError): string =>
  error.issues.map(issue => `${issue.path.join('.') || 'the file'}: ${issue.message}`).join('; ')

/** Alerts of `alerts.json` in a workspace; none when there is no such file. Throws `SYN_ALERTS_FILE`, naming the place of the mistake. */
export function readAlerts(dir: string): Alert[] {
  const path = alertsPath(dir)
  if (!existsSync(path)) return []
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new SynopticError('SYN_ALERTS_FILE', `${path}: ${(error as Error).message}`)
  }
  const parsed = fileSchema.safeParse(value)
  if (parsed.success) return parsed.data.alerts
  throw new SynopticError('SYN_ALERTS_FILE', `${path}: ${issuesText(parsed.error)}`)
}

/** Writes `alerts.json` in whole, readable for its owner alone: it names addresses. */
export function writeAlerts(dir: string, alerts: readonly Alert[]): void {
  const path = alertsPath(dir)
  writeFileSync(`${path}.new`, `${JSON.stringify({ alerts }, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}
