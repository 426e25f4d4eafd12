import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { MailTarget } from './config.js'
import type { Notice } from './notice.js'

/** A header value in any script (RFC 2047), cut into words of at most 75 characters; never with a line break of its own. */
export function encodedWords(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (/^[\x20-\x7e]*$/.test(flat) && flat.length < 60) return flat
  const words: string[] = []
  let piece = ''
  for (const sign of flat) {
    if (Buffer.byteLength(piece + sign) > 42) {
      words.push(piece)
      piece = ''
    }
    piece += sign
  }
  words.push(piece)
  return words.map(word => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ')
}

/** Date of a message (RFC 5322), in UTC. */
const mailDate = (time: string) => new Date(time).toUTCString().replace('GMT', '+0000')

/** A notice as an e-mail message (RFC 5322), text in base64. */
export function message(notice: Notice, to: string): string {
  const body = Buffer.from(`${notice.text}\n`).toString('base64').replace(/.{76}/g, '$&\r\n')
  return [
    'From: Synoptic <synoptic@localhost>',
    `To: <${to}>`,
    `Subject: ${encodedWords(`[${notice.alert}] ${notice.title}`)}`,
    `Date: ${mailDate(notice.time)}`,
    `Message-ID: <${notice.id}@synoptic.invalid>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    body,
    '',
  ].join('\r\n')
}

/** Puts a notice as an `.eml` file into a folder, for a mail program or server to send on. The same notice is the same file. */
export function dropMail(notice: Notice, target: MailTarget, dir: string): void {
  const folder = resolve(dir, target.mail)
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${notice.id}.eml`)
  writeFileSync(`${path}.part`, message(notice, target.to))
  renameSync(`${path}.part`, path)
}
