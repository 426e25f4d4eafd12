import { expect, test } from 'vitest'
import { safeName } from '../routes/documents.js'
import { hostName } from './host.js'
import { RateLimit } from './rate-limit.js'

test('a bucket empties and fills again', () => {
  let now = 0
  const limit = new RateLimit(2, 1, () => now)
  expect([limit.take('a'), limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([
    true,
    true,
    false,
    true,
  ])
  now = 1000
  expect([limit.take('a'), limit.take('a')]).toEqual([true, false])
})

test.each([
  ['localhost:4117', 'localhost'],
  ['127.0.0.1', '127.0.0.1'],
  ['[::1]:80', '[::1]'],
  ['LOCALHOST', 'localhost'],
  ['localhost@evil.example', null],
  ['a b', null],
  ['', null],
])('the name in %j is %j', (header, name) => {
  expect(hostName(header)).toBe(name)
})

test.each([
  ['../../etc/passwd', 'etc/passwd'],
  ['C:\\news\\page.html', 'C:/news/page.html'],
  ['a/./b//c.txt', 'a/b/c.txt'],
  ['\u0000', 'unnamed'],
  ['..', 'unnamed'],
])('the upload %j is called %j', (given, name) => {
  expect(safeName(given)).toBe(name)
})
