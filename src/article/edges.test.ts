import { describe, expect, it } from 'vitest'
import { read } from '../../tests/kit/article.js'

const first = 'The minister of Norland arrived in Port Amity on Tuesday for talks about fishing rights.'
const rest =
  'Her ministry said in a statement that the visit would last two days and end with a joint statement of both governments.\n\nHe was received by his counterpart, Ana Belmar, who called the visit an important step after years in which the two governments hardly spoke.\n\nThe talks had been put off twice because of storms over the northern banks.'

describe('trimEdges', () => {
  it('moves the date line of an unknown agency out of the text', () => {
    const article = read(
      `Minister visits Port Amity\n\nPORT AMITY, Nov 20 (Northern Press Agency) - ${first}\n\n${rest}`,
    )
    expect(article.text.startsWith(first)).toBe(true)
    expect(article.dateline).toBe('PORT AMITY')
    expect(article.agency).toBe('Northern Press Agency')
    expect(article.removed).toContainEqual({
      text: 'PORT AMITY, Nov 20 (Northern Press Agency) -',
      reason: 'date line',
    })
  })

  it('spells initials out by the line that names the agency', () => {
    const article = read(
      `Minister visits Port Amity\n\nBy Mia Dietrich Northern Press Agency\n\nPORT AMITY (NPA) - ${first}\n\n${rest}`,
    )
    expect(article.agency).toBe('Northern Press Agency')
  })

  it('leaves a subject in capitals and its insertion alone', () => {
    const text = `Members of NORPACT disagree\n\nNORPACT - the largest pact of the north - met in Port Amity on Tuesday for two days of talks.\n\n${rest}`
    expect(read(text).text.startsWith('NORPACT - the largest')).toBe(true)
  })

  it.each([
    '(Reporting by Mia Dietrich in Port Amity; Editing by Tomas Byland)',
    'Reporting by Mia Dietrich; editing by Tomas Byland',
  ])('cuts the sign-off "%s"', line => {
    const article = read(`Minister visits Port Amity\n\n${first}\n\n${rest}\n\n${line}`)
    expect(article.text.endsWith('northern banks.')).toBe(true)
    expect(article.removed).toContainEqual({ text: line, reason: 'sign-off' })
  })
})
