import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'

/** The bytes of an answer, packed once and sent many times, with the tag of what they hold. */
export class Answer {
  private constructor(
    readonly packed: Buffer,
    readonly etag: string,
  ) {}

  static of(body: string): Answer {
    const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22)
    return new Answer(gzipSync(body, { level: 5 }), `"${tag}"`)
  }

  static stored(packed: Buffer, etag: string): Answer {
    return new Answer(packed, etag)
  }

  get body(): string {
    return gunzipSync(this.packed).toString()
  }
}

/** Answers by their address, the least recently used dropped first. Addresses begin with the revision of the workspace. */
export class AnswerCache {
  private readonly answers = new Map<string, Answer>()
  private size = 0

  constructor(private readonly maxBytes = 128_000_000) {}

  /** True while a quarter and more is left for answers that are asked for. */
  get hasRoom(): boolean {
    return this.size < 0.75 * this.maxBytes
  }

  get(key: string): Answer | undefined {
    const answer = this.answers.get(key)
    if (answer) {
      this.answers.delete(key)
      this.answers.set(key, answer)
    }
    return answer
  }

  has(key: string): boolean {
    return this.answers.has(key)
  }

  drop(key: string): void {
    this.size -= this.answers.get(key)?.packed.length ?? 0
    this.answers.delete(key)
  }

  put(key: string, answer: Answer): Answer {
    this.size += answer.packed.length - (this.answers.get(key)?.packed.length ?? 0)
    this.answers.set(key, answer)
    for (const [oldest, { packed }] of this.answers) {
      if (this.size <= this.maxBytes || oldest === key) break
      this.answers.delete(oldest)
      this.size -= packed.length
    }
    return answer
  }
}
