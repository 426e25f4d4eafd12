import { createHmac } from 'node:crypto'
import { type RequestOptions, requestOnce } from '../capture/http/request.js'
import { SynopticError } from '../model/index.js'
import type { WebhookTarget } from './config.js'
import type { Notice } from './notice.js'

/** Time for one message. */
const timeoutMs = 15_000

/**
 * Signature of a message: the time and the text, so that neither can be changed and an old message cannot be played again. `t=SECONDS,v1=HEX`, the hex
 * digits being the HMAC-SHA-256 of `SECONDS.BODY` under the shared key.
 */
export function signature(secret: string, body: string, now: number): string {
  const seconds = Math.floor(now / 1000)
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}

export interface SendOptions {
  readonly now: number
  readonly allowPrivate: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  /** One request; replaced in tests. */
  readonly post?: (url: URL, options: RequestOptions & { body: string }) => Promise<{ status: number }>
}

async function post(url: URL, options: RequestOptions & { body: string }): Promise<{ status: number }> {
  const { status, body } = await requestOnce(url, { ...options, method: 'POST' })
  body.destroy()
  return { status }
}

/** Sends a notice to a webhook. Rejects unless the answer is 2xx; redirects are not followed, a signed message goes nowhere else. */
export async function sendWebhook(
  notice: Notice,
  target: WebhookTarget,
  options: SendOptions,
): Promise<void> {
  const secret = target.secret_env === undefined ? undefined : options.env[target.secret_env]
  if (target.secret_env !== undefined && !secret)
    throw new SynopticError('SYN_NO_SECRET', `The environment has no ${target.secret_env} to sign with.`)
  const body = JSON.stringify(notice)
  const { status } = await (options.post ?? post)(new URL(target.webhook), {
    allowPrivate: options.allowPrivate || target.private === true,
    signal: AbortSignal.timeout(timeoutMs),
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'synoptic-delivery': notice.id,
      ...(secret && { 'synoptic-signature': signature(secret, body, options.now) }),
    },
    body,
  })
  if (status < 200 || status > 299)
    throw new SynopticError(
      'SYN_HTTP_STATUS',
      `${new URL(target.webhook).host} answered with status ${status}.`,
    )
}
