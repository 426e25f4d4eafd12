import { describe, expect, it } from 'vitest'
import { resources } from '../../tests/kit/article.js'
import { bylineNames, isBareName } from './byline-line.js'
import { gluedCaption, isCaption, isCredit, pointsToPicture } from './credit-line.js'
import { creditedAgency, datelineOf } from './dateline.js'
import { lexiconOf } from './lexicon.js'
import { truncationSign } from './truncation.js'

const lexicon = lexiconOf(resources)

describe('credit lines', () => {
  it.each([
    'Photo: Jane Doe/Coastpress',
    '© REUTERS / Jane Doe',
    'Getty Images',
    'Jane Doe / AFP',
    'Foto: dpa',
    'Jane Doe/dpa',
  ])('%s', line => expect(isCredit(line, lexicon)).toBe(true))
  it.each([
    'The photo shows the minister in the harbour.',
    'Ministers met in Port Amity',
    'Reuters reported on Friday that the talks had failed and would not resume.',
  ])('not: %s', line => expect(isCredit(line, lexicon)).toBe(false))

  it('knows captions by the credit they end in', () => {
    expect(isCaption('The minister in the harbour of Port Amity. (AP Photo/Jane Doe)')).toBe(true)
    expect(isCaption('The minister in the harbour of Port Amity. Photo: Jane Doe')).toBe(true)
    expect(isCaption('The minister left the harbour of Port Amity.')).toBe(false)
    expect(isCaption('The minister left the harbour of Port Amity. (dpa)')).toBe(false)
    expect(isCaption('PORT AMITY, Nov 20 (Reuters) - The minister left the harbour')).toBe(false)
    expect(pointsToPicture('PORT AMITY, Nov 20 (Reuters) - The minister left the harbour')).toBe(false)
    expect(pointsToPicture('Minister Belmar (left) and her guest in the harbour')).toBe(true)
  })

  it('finds the seam between a credit and its caption', () => {
    const line = '© COASTPRESS / PoolForeign Minister Belmar opens the harbour fair'
    expect(line.slice(gluedCaption(line))).toBe('Foreign Minister Belmar opens the harbour fair')
    expect(gluedCaption('© COASTPRESS / Pool')).toBe(-1)
  })
})

describe('bylines', () => {
  it.each([
    ['By Mia Dietrich and Tomas Byland', ['Mia Dietrich', 'Tomas Byland']],
    ['Von Dr. Mia Dietrich, Port Amity', ['Dr. Mia Dietrich', 'Port Amity']],
    ['Par Mia de la Croix', ['Mia de la Croix']],
    ['BY MIA DIETRICH', ['MIA DIETRICH']],
  ])('%s', (line, names) => expect(bylineNames(line)).toEqual(names))

  it('is none for sentences', () => {
    expect(bylineNames('By Tuesday the ministers had agreed on nothing.')).toBeNull()
    expect(isBareName('Mia Dietrich')).toBe(true)
    expect(isBareName('Ministers agree on quota')).toBe(false)
  })
})

describe('date line places and agencies', () => {
  it.each([
    ['PORT AMITY, Nov 20 (Reuters) - The minister', 'PORT AMITY', 'Reuters'],
    ['Port Amity (dpa) - Die Ministerin', 'Port Amity', 'Deutsche Presse-Agentur'],
    ['PORT AMITY — The minister', 'PORT AMITY', null],
  ])('%s', (paragraph, place, agency) =>
    expect(datelineOf(paragraph, lexicon)).toMatchObject({ place, agency }),
  )

  it('takes no picture credit for an agency', () => {
    expect(creditedAgency(['The minister left.'], [], [{ text: 'Photo: AFP' }], lexicon)).toBeNull()
    expect(creditedAgency(['The minister left. (dpa)'], [], [], lexicon)).toBe('Deutsche Presse-Agentur')
  })
})

describe('furniture phrases', () => {
  it('ends where a word ends and spares long sentences', () => {
    expect(lexicon.furniture('Share this article')).toBe('share')
    expect(lexicon.furniture('Shareholders were told that the fleet would leave.')).toBeNull()
    expect(
      lexicon.furniture(
        `More: ${'the minister explained at length what the treaty would mean for the islands, '.repeat(2)}`,
      ),
    ).toBeNull()
  })

  it('tells a link from a text that goes on', () => {
    expect(lexicon.furniture('Read more')).toBe('related link')
    expect(lexicon.furniture('Continue reading...')).toBe('truncation')
  })
})

describe('truncationSign', () => {
  it('sees no sign in finished texts', () => {
    for (const text of [
      'She said: “We will sign.”',
      'Sie sagte: „Wir unterschreiben.“',
      'Il a dit : « Nous signerons. »',
      'A list of the ministers, Ana Belmar and Tom Byland',
    ])
      expect(truncationSign([text])).toBeNull()
  })
})
