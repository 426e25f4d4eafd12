import { describe, expect, it } from 'vitest'
import { loadActors, readOffices } from './actors.js'

const actors = loadActors()
const { rows, asOf } = readOffices()

/** Whether day `a` is certainly after day `b`, where either may stop at month or year. */
const isAfter = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length) > b.slice(0, length)
}

describe('offices', () => {
  it('have known owners and roles, and days in order', () => {
    for (const row of rows) {
      expect(actors.countries.has(row.of) || actors.organisations.has(row.of), row.of).toBe(true)
      expect(actors.roles.get(row.office).length, row.office).toBeGreaterThan(0)
      expect(row.from).toMatch(/^\d{4}(-\d{2}){0,2}$/)
      if (row.to) expect(isAfter(row.from, row.to), row.name).toBe(false)
    }
  })

  it('do not overlap within one office', () => {
    const byOffice = new Map<string, (typeof rows)[number][]>()
    for (const row of rows)
      byOffice.set(`${row.office}@${row.of}`, [...(byOffice.get(`${row.office}@${row.of}`) ?? []), row])
    for (const [office, held] of byOffice) {
      const sorted = [...held].sort((a, b) => (a.from < b.from ? -1 : 1))
      sorted.slice(1).forEach((row, i) => {
        expect(isAfter(sorted[i]!.to ?? '9999', row.from), `${office}: ${sorted[i]!.name}, ${row.name}`).toBe(
          false,
        )
      })
    }
  })

  it('say up to which day they were kept', () => {
    expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    for (const row of rows) expect(isAfter(row.from, asOf)).toBe(false)
  })
})

describe('names', () => {
  it('of countries come in all forms', () => {
    const kinds = (name: string): string[] => actors.names.get(name).map(entry => `${entry.kind} ${entry.id}`)
    expect(kinds('Norway')).toEqual(['country NOR'])
    expect(kinds('Norwegian')).toEqual(['adjective NOR'])
    expect(kinds('Oslo')).toEqual(['capital NOR'])
    expect(kinds('Elysée Palace')).toEqual(['seat FRA'])
    expect(kinds('Korean')).toEqual(['adjective KOR', 'adjective PRK'])
  })

  it('of states that ended say when and what followed', () => {
    expect(actors.countries.get('CSK')).toMatchObject({ to: '1992', successor: 'CZE' })
  })

  it('of sectors are PLOVER codes', () => {
    const codes = new Set(
      'COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC IGO UNO EUR NGO ISM IMG MNC'.split(
        ' ',
      ),
    )
    for (const organisation of actors.organisations.values())
      for (const sector of organisation.sectors) expect(codes, organisation.id).toContain(sector)
  })
})
