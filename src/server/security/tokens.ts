import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { SynopticError } from '../../model/index.js'

const storedSchema = z.array(
  z.object({ id: z.string(), note: z.string(), created: z.string(), hash: z.string() }),
)
export type StoredToken = z.infer<typeof storedSchema>[number]

const pathOf = (dir: string) => join(dir, 'tokens.json')
/** Tokens hold 256 random bits, so that a plain hash cannot be turned round by guessing. */
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** The tokens of a workspace: their hashes, never the tokens. */
export function readTokens(dir: string): StoredToken[] {
  const path = pathOf(dir)
  if (!existsSync(path)) return []
  const parsed = storedSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (parsed.success) return parsed.data
  throw new SynopticError(
    'SYN_TOKENS',
    `${path} is no list of tokens. Delete it and make new ones with: synoptic token`,
  )
}

function writeTokens(dir: string, tokens: readonly StoredToken[]): void {
  const path = pathOf(dir)
  writeFileSync(`${path}.new`, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/** Makes a token; it is returned once and only its hash is kept. */
export function createToken(dir: string, note: string, now = new Date()): { token: string; id: string } {
  const token = `syn_${randomBytes(32).toString('base64url')}`
  const id = randomBytes(4).toString('hex')
  writeTokens(dir, [...readTokens(dir), { id, note, created: now.toISOString(), hash: hashOf(token) }])
  return { token, id }
}

/** Takes a token back; false when there is none with this id. */
export function revokeToken(dir: string, id: string): boolean {
  const tokens = readTokens(dir)
  const kept = tokens.filter(token => token.id !== id)
  if (kept.length === tokens.length) return false
  writeTokens(dir, kept)
  return true
}

/** Checks tokens against the workspace's list, read again when the file changes: a revoked token stops at once. */
export function tokenVerifier(dir: string): (token: string) => boolean {
  let seen = -1
  let hashes: Buffer[] = []
  return token => {
    const changed = existsSync(pathOf(dir)) ? statSync(pathOf(dir)).mtimeMs : 0
    if (changed !== seen) {
      hashes = readTokens(dir).map(stored => Buffer.from(stored.hash, 'hex'))
      seen = changed
    }
    const given = Buffer.from(hashOf(token), 'hex')
    return hashes.filter(hash => hash.length === given.length && timingSafeEqual(hash, given)).length > 0
  }
}
