import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

interface StaticFile {
  readonly body: Uint8Array
  readonly type: string
  packed: { br: Uint8Array; gzip: Uint8Array } | null
}

/** The built interface, read once by a list of what is there: a request can only name what is on the list. */
function readFiles(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  const walk = (dir: string) => {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      const path = join(dir, entry.name)
      if (entry.isDirectory()) walk(path)
      else {
        const type = types[extname(entry.name)]
        if (type)
          files.set(`/${relative(folder, path).split(sep).join('/')}`, {
            body: readFileSync(path),
            type,
            packed: null,
          })
      }
    }
  }
  if (existsSync(folder)) walk(folder)
  return files
}

function pack(file: StaticFile): NonNullable<StaticFile['packed']> {
  file.packed ??= {
    br: brotliCompressSync(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    gzip: gzipSync(file.body),
  }
  return file.packed
}

/** Serves the built interface; every other address that asks for a page gets the application, which knows its own addresses. */
export function staticFiles(folder: string): MiddlewareHandler {
  const files = readFiles(folder)
  return async c => {
    const asked = files.get(c.req.path)
    const isPage = !asked && !/\.\w+$/.test(c.req.path)
    const file = asked ?? (isPage ? files.get('/index.html') : undefined)
    if (!file) {
      const hint = files.size === 0 ? 'The interface is not built. Run: npm run build\n' : 'Not found\n'
      return c.text(hint, files.size === 0 ? 503 : 404)
    }
    const headers: Record<string, string> = {
      'Content-Type': file.type,
      'Cache-Control': c.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      Vary: 'Accept-Encoding',
    }
    const accepted = c.req.header('accept-encoding') ?? ''
    if (file.type === 'font/woff2' || file.body.length < 1000)
      return c.body(new Uint8Array(file.body), 200, headers)
    if (/\bbr\b/.test(accepted))
      return c.body(new Uint8Array(pack(file).br), 200, { ...headers, 'Content-Encoding': 'br' })
    if (/\bgzip\b/.test(accepted))
      return c.body(new Uint8Array(pack(file).gzip), 200, { ...headers, 'Content-Encoding': 'gzip' })
    return c.body(new Uint8Array(file.body), 200, headers)
  }
}
