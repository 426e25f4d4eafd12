import { wordKey } from './phrase-trie.js'

/** Name as part of an id: `Raúl Castro` -> `raul-castro`, `Ri Yong-ho` -> `ri-yong-ho`. */
export function slug(name: string): string {
  return wordKey(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
