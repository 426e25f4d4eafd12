import { createHash } from 'node:crypto'

export interface Answer {
  readonly body: string
  readonly etag: string
}

/** Bodies of answers by their address, the least recently used dropped first; emptied by a change of the workspace (part of the key). */
export class AnswerCache {
  private readonly answers = new Map<string, Answer>()
  private size = 0

  constructor(private readonly maxCharacters = 64_000_000) {}

  get(key: string): Answer | undefined {
    const answer = this.answers.get(key)
    if (answer) {
      this.answers.delete(key)
      this.answers.set(key, answer)
    }
    return answer
  }

  put(key: string, body: string): Answer {
    const answer = { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
    if (this.answers.has(key)) this.size -= this.answers.get(key)!.body.length
    this.answers.set(key, answer)
    this.size += body.length
    for (const [oldest, { body: dropped }] of this.answers) {
      if (this.size <= this.maxCharacters || oldest === key) break
      this.answers.delete(oldest)
      this.size -= dropped.length
    }
    return answer
  }
}
