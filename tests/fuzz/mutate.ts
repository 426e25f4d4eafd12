import fc from 'fast-check'

/** One change to a document: what broken pipes, bad software and ill will do to bytes. */
type Change =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number; readonly times: number }
  | { readonly kind: 'swap'; readonly at: number; readonly to: number; readonly length: number }

/** Pieces that parsers stumble over, in any format. */
const pieces = [
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '&#x110000;',
  '&amp;amp;',
  '<script>',
  '<template>',
  '<svg><p>',
  '"',
  '\\u0000',
  '{"a":',
  '[[[[',
  ']',
  '\r\n\r\n',
  'WARC/1.1\r\nContent-Length: 99999999999\r\n\r\n',
  'Content-Length: -1\r\n',
  '\u0000',
  '\ud800',
  '\u202e',
  '\ufeff',
  '\u2028',
  '1e999',
  '__proto__',
  'constructor',
]

const at = fc.nat(1_000_000)
const bytes = fc.oneof(
  fc.constantFrom(...pieces).map(text => new Uint8Array(Buffer.from(text))),
  fc.uint8Array({ maxLength: 12 }),
)

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at }),
  fc.record({ kind: fc.constant('flip' as const), at, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('insert' as const), at, bytes }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at,
    length: fc.integer({ min: 1, max: 60 }),
    times: fc.integer({ min: 1, max: 400 }),
  }),
  fc.record({ kind: fc.constant('swap' as const), at, to: at, length: fc.integer({ min: 1, max: 40 }) }),
)

function apply(body: Buffer, one: Change): Buffer {
  const place = body.length === 0 ? 0 : one.at % body.length
  const [before, after] = [body.subarray(0, place), body.subarray(place)]
  if (one.kind === 'cut') return Buffer.from(before)
  if (one.kind === 'insert') return Buffer.concat([before, one.bytes, after])
  if (one.kind === 'repeat') {
    const piece = after.subarray(0, one.length)
    return Buffer.concat([before, ...Array.from({ length: one.times }, () => piece), after])
  }
  if (one.kind === 'swap') {
    const piece = after.subarray(0, one.length)
    const rest = Buffer.concat([before, after.subarray(piece.length)])
    const to = rest.length === 0 ? 0 : one.to % rest.length
    return Buffer.concat([rest.subarray(0, to), piece, rest.subarray(to)])
  }
  const changed = Buffer.from(body)
  if (changed.length > 0) changed[place] = changed[place]! ^ (1 << one.bit)
  return changed
}

/** One of the documents with up to six changes, or bytes of no sense at all. */
export const brokenBytes = (documents: readonly (string | Uint8Array)[]): fc.Arbitrary<Uint8Array> =>
  fc
    .oneof(
      {
        weight: 8,
        arbitrary: fc.tuple(fc.constantFrom(...documents), fc.array(change, { minLength: 1, maxLength: 6 })),
      },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map(body => [body, []] as const) },
    )
    .map(([document, changes]) => new Uint8Array(changes.reduce(apply, Buffer.from(document as string))))

/** Bounded in time: a machine under load looks at fewer. */
export const bounded = {
  numRuns: 1000,
  interruptAfterTimeLimit: 4000,
  markInterruptAsFailure: false,
} as const
