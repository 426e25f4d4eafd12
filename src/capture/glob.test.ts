import { expect, it } from 'vitest'
import { globExpression, globRoot, isGlob } from './glob.js'

it.each([
  ['news/*.html', ['news/a.html'], ['news/a.txt', 'news/x/a.html', 'news/.a.html']],
  ['news/**/*.txt', ['news/a.txt', 'news/x/y/a.txt'], ['news/.git/a.txt', 'other/a.txt']],
  ['news/**', ['news/a.txt', 'news/x/a.html'], ['news/x/.hidden']],
  ['?-[ab].{txt,html}', ['1-a.txt', '2-b.html'], ['1-c.txt', '12-a.txt', '1-a.json']],
  ['[!a]*.txt', ['b.txt'], ['a.txt']],
  ['a+b(1).*', ['a+b(1).txt'], ['aab1.txt']],
])('%s', (pattern, matching, others) => {
  const expression = globExpression(pattern)
  for (const path of matching) expect(expression.test(path), path).toBe(true)
  for (const path of others) expect(expression.test(path), path).toBe(false)
})

it('knows patterns and where to begin', () => {
  expect([isGlob('a/b.txt'), isGlob('a/*.txt')]).toEqual([false, true])
  expect([globRoot('a/b/*/c.txt'), globRoot('*.txt'), globRoot('/x/y*.txt')]).toEqual(['a/b/', '', '/x/'])
})
