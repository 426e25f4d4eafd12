import { describe, expect, test } from 'vitest'
import { synoptic } from './synoptic.js'

describe('wrong use is told and ends with 2', () => {
  test.each([
    [[], /Usage: synoptic COMMAND/],
    [['cod'], /no command "cod"/],
    [['code'], /Nothing to code/],
    [['code', '--thread', '2', 'x'], /--thread/],
    [['code', 'x', '--threads', 'many'], /whole number/],
    [['export', 'event', '--workspace', '/nonexistent/w'], /no workspace/],
    [['export', 'events'], /Name one kind/],
    [['run', 'parse'], /Name one stage/],
    [['run', 'event', '--format', 'conllu'], /CoNLL-U/],
  ] as const)('synoptic %j', async (args, message) => {
    const { code, out, err } = await synoptic(args)
    expect(code).toBe(2)
    expect(out + err).toMatch(message)
  })
})

test('help of the program and of every command it lists', async () => {
  const { code, out } = await synoptic(['--help'])
  expect(code).toBe(0)
  const names = [...out.matchAll(/^ {2}(\w+) /gm)].map(match => match[1]!).filter(name => name !== 'synoptic')
  expect(names).toContain('code')
  for (const name of names) {
    const help = await synoptic([name, '--help'])
    expect(help.code, name).toBe(0)
    expect(help.out, name).toContain('Examples:')
  }
})

test('the version is that of the package', async () => {
  expect((await synoptic(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
})
