import { z } from 'zod'
import { evidenceSchema, spanSchema } from './span.js'

const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const rangeSchema = z.object({ earliest: daySchema.nullable(), latest: daySchema.nullable() })

/** An interval of calendar days, both ends inclusive, `null` for an open end. */
export type DayRange = z.infer<typeof rangeSchema>

/**
 * When something happened, as far as the text settles it. `value` is the TIMEX3 value, `basis` names the rule
 * (`explicit date`, `weekday before publication`, `weekday without document date`, `json-ld`, ...), `evidence` the places it rests on,
 * `candidates` the days that remain possible when the interval alone says too little ("Friday, week unknown").
 */
export const timeSchema = rangeSchema.extend({
  value: z.string().optional(),
  text: z.string().optional(),
  span: spanSchema.optional(),
  basis: z.string(),
  evidence: z.array(evidenceSchema),
  candidates: z.array(rangeSchema).optional(),
})
export type Time = z.infer<typeof timeSchema>

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET'

/** A time expression of the text (TIMEX3), with the interval it denotes; `time` is null for durations, sets and vague references; a length about now ("the past two weeks") has the days it covers. */
export interface TimeExpression {
  readonly id: string
  readonly text: string
  readonly span: readonly [number, number]
  readonly type: TimexType
  /** TIMEX3 value: `2017-11-20`, `2017-W47`, `XXXX-WXX-5`, `P3D`, `PRESENT_REF`. */
  readonly value: string
  readonly mod?: string
  readonly rule: string
  readonly time: Time | null
}
