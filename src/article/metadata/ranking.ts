/** A value with the name of the rule that found it. */
export interface Found<T> {
  readonly value: T
  readonly rule: string
}

/** Tries rules in their order; the first value wins and keeps the name of its rule. */
export function firstFound<T>(rules: Readonly<Record<string, () => T | null | undefined>>): Found<T> | null {
  for (const [rule, run] of Object.entries(rules)) {
    const value = run()
    if (value !== null && value !== undefined) return { value, rule }
  }
  return null
}
