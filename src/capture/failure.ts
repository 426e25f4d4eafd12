import { SynopticError } from '../model/diagnostic.js'
import type { Failure } from '../model/failure.js'

export function failure(uri: string, code: `SYN_${string}`, message: string): Failure {
  return { uri, stage: 'capture', code, message }
}

const systemErrors: Readonly<Record<string, readonly [`SYN_${string}`, string]>> = {
  ENOENT: ['SYN_NOT_FOUND', 'No such file or folder.'],
  ENOTDIR: ['SYN_NOT_FOUND', 'A part of the path is a file, not a folder.'],
  ENAMETOOLONG: ['SYN_NOT_FOUND', 'The path is longer than the system allows.'],
  EACCES: ['SYN_UNREADABLE', 'Permission to read it is missing.'],
  EPERM: ['SYN_UNREADABLE', 'Permission to read it is missing.'],
  ELOOP: ['SYN_UNREADABLE', 'Its symbolic links lead in a circle.'],
  EISDIR: ['SYN_UNREADABLE', 'It is a folder.'],
  EMFILE: ['SYN_UNREADABLE', 'Too many files are open.'],
  EIO: ['SYN_UNREADABLE', 'The disk could not read it.'],
  Z_DATA_ERROR: ['SYN_BAD_GZIP', 'The compressed data is damaged.'],
  Z_BUF_ERROR: ['SYN_BAD_GZIP', 'The compressed data ends too early.'],
  ERR_TRAILING_JUNK_AFTER_STREAM_END: ['SYN_BAD_GZIP', 'Other bytes follow the compressed data.'],
}

/** The failure record for whatever was thrown while `uri` was read. */
export function asFailure(uri: string, error: unknown): Failure {
  if (error instanceof SynopticError) return failure(uri, error.code, error.message)
  const { code = '', message = String(error) } = error as { code?: string; message?: string }
  const known = systemErrors[code]
  if (known) return failure(uri, known[0], `${known[1]} (${message})`)
  if (/^Z_|^ERR_BROTLI|^ERR__ERROR_FORMAT|^ERR_ENCODING/.test(code))
    return failure(uri, 'SYN_BAD_GZIP', message)
  return failure(uri, 'SYN_UNREADABLE', message)
}

/** True for the failure of a mixed stream of captures and failures. */
export function isFailure(record: object): record is Failure {
  return 'stage' in record && 'code' in record
}
