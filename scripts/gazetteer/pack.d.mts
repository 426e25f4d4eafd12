export function readTable(text: string): Record<string, string>[]
export function placeKey(name: string): string
export function mainPart(name: string): boolean
export const kinds: readonly string[]
export function packGazetteer(places: readonly object[]): Buffer
