const letters: Record<string, string> = {
  ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', ß: 'ss', æ: 'ae', Æ: 'Ae', đ: 'd', Đ: 'D', ı: 'i',
} // biome-ignore format: a table
const plain = /^[A-Za-z ]+$/

/**
 * Search key of a place name: no marks, no case, no full stops or apostrophes ("Sana'a" and "Sanaa" agree), "St." and "Mt." written out.
 * The gazetteer is built with the same function (scripts/gazetteer/pack.mjs); a test compares the two.
 */
export function placeKey(name: string): string {
  const marked = plain.test(name)
    ? name
    : name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[øØłŁßæÆđĐı]/g, letter => letters[letter]!)
  return marked
    .toLowerCase()
    .replace(/['’‘`ʼʻ′.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^st /, 'saint ')
    .replace(/^mt /, 'mount ')
    .replace(/^ft /, 'fort ')
    .replace(/^the /, '')
}
