import { describe, expect, it } from 'vitest'
import type { Actor } from '../../model/actor.js'
import { cameoActorCode } from './cameo-code.js'

const actor = (part: Partial<Actor>): Actor => ({
  id: 'u:x',
  name: 'x',
  kind: 'unnamed',
  sectors: [],
  roles: [],
  ...part,
})

describe('cameoActorCode', () => {
  it.each([
    [{ id: 'c:NOR', country: 'NOR' }, 'NOR'],
    [{ id: 'c:NOR', country: 'NOR', sectors: ['GOV'] }, 'NORGOV'],
    [{ country: 'CHL', sectors: ['MIL'] }, 'CHLMIL'],
    [{ country: 'CHL', sectors: ['JRN', 'GOV'] }, 'CHLMED'],
    [{ id: 'o:united-nations', sectors: ['UNO'] }, 'IGOUNO'],
    [{ sectors: ['REF'] }, 'REF'],
    [{}, '---'],
  ])('%j', (part, code) => {
    expect(cameoActorCode(actor(part as Partial<Actor>))).toBe(code)
  })

  it('takes the code of the organisation table', () => {
    const entry = {
      id: 'front',
      name: 'Front',
      type: 'armed',
      country: 'PER',
      sectors: ['REB'],
      cameo: 'PERREBFRO',
    } as const
    expect(
      cameoActorCode(actor({ id: 'g:front', country: 'PER', sectors: ['REB'] }), {
        organisations: new Map([['front', entry]]),
      }),
    ).toBe('PERREBFRO')
  })
})
