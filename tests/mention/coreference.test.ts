import { expect, it } from 'vitest'
import { groundSample } from '../actors/ground-sample.js'
import { samples } from './samples.js'

it('takes capitals for the only longer name before that has them as initials', () => {
  const { mention } = groundSample(samples.acronym)
  expect(mention('IPA').antecedent?.rule).toBe('acronym')
  expect(mention('IPA').chain).toBe(mention('Inland Ports Authority').chain)
})

it('gives a possessive to the object of its clause, not to the subject', () => {
  const { mention } = groundSample(samples.object)
  expect(mention('her', 1).chain).toBe(mention('her').chain)
  expect(mention('her').chain).not.toBe(mention('He').chain)
})

it('leaves open which of two equals is meant', () => {
  expect(groundSample(samples.equals).mention('He').antecedent).toBeUndefined()
  expect(groundSample(samples.rivals).mention('The admiral').antecedent).toBeUndefined()
})

it('takes "his country" for the one that the role of the person belongs to', () => {
  const { mention } = groundSample(samples.country)
  expect(mention('his country').antecedent?.rule).toBe('country of the person')
  expect(mention('his country').chain).toBe(mention('Norway').chain)
})

it('takes "they" for the only ones near', () => {
  const { mention } = groundSample(samples.plural)
  expect(mention('They').chain).toBe(mention('two reporters').chain)
})
