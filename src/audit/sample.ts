import { hashId } from '../text/hash.js'

/**
 * A random sample that depends on the seed and the records alone: the `size` records whose hash with the seed is smallest.
 * Adding records later changes the sample as little as it can.
 */
export function drawSample<T extends { readonly id: string }>(
  records: readonly T[],
  size: number,
  seed: string,
): T[] {
  return records
    .map(record => ({ record, key: hashId('x', seed, record.id) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, size)
    .map(({ record }) => record)
}
