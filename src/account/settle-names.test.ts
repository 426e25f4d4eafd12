import { describe, expect, it } from 'vitest'
import { article, country, member, mention, participant, person } from '../../tests/support/records.js'
import type { Actor, StoryMember } from '../model/index.js'
import { settleNames } from './settle-names.js'

const bare = (name: string): Actor => ({
  id: `p:${name.toLowerCase()}`,
  name,
  kind: 'person',
  sectors: [],
  roles: [],
})
const peru = country('PER', 'Peru')

/** An article in which Peru condemns somebody, by the words and the actor given. */
function condemned(id: string, words: string, actor: Actor): StoryMember {
  const own = article(id, `Peru condemned ${words}.`)
  const event = mention(own, 'condemned', {
    actors: [participant(own, 'Peru', peru)],
    recipients: [participant(own, words, actor)],
  })
  return member(own, [event])
}

const introduced = condemned('a_1', 'Swedish envoy Erik Karlsson', person('Erik Karlsson', 'SWE'))
const short = condemned('a_2', 'Karlsson', bare('Karlsson'))

describe('settleNames', () => {
  it('settles a bare name by the one person whom another article introduces, and names the place', () => {
    const { members, names } = settleNames([introduced, short])
    expect(members[1]!.events[0]!.recipients[0]!.actor.id).toBe('p:erik-karlsson')
    expect(names).toEqual([
      {
        mention: short.events[0]!.id,
        text: 'Karlsson',
        span: [15, 23],
        actor: 'p:erik-karlsson',
        why: 'the only person of the story called Karlsson: Erik Karlsson',
        evidence: [{ article: 'a_1', span: [15, 42] }],
      },
    ])
    expect(short.events[0]!.recipients[0]!.actor.id).toBe('p:karlsson')
  })

  it('is the same in any order', () => {
    expect(settleNames([short, introduced]).names).toEqual(settleNames([introduced, short]).names)
  })

  it('leaves a name open that two persons of the story bear', () => {
    const other = condemned('a_3', 'Norwegian envoy Liv Karlsson', person('Liv Karlsson', 'NOR'))
    expect(settleNames([introduced, other, short]).names).toEqual([])
  })

  it('leaves persons alone whose country the article knows', () => {
    const known = { ...bare('Karlsson'), id: 'p:karlsson-fin', country: 'FIN' }
    expect(settleNames([introduced, condemned('a_4', 'Karlsson', known)]).names).toEqual([])
  })
})
