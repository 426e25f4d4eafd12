/** What an input holds: one document (`html`, `text`), a container of documents, a list of addresses (`links`), or something that is no document (`other`). */
export type Kind =
  | 'html'
  | 'text'
  | 'json'
  | 'jsonl'
  | 'feed'
  | 'links'
  | 'xml'
  | 'warc'
  | 'other'
  | 'unknown'

const byExtension: Readonly<Record<string, Kind>> = {
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  shtml: 'html',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  rss: 'xml',
  atom: 'xml',
  xml: 'xml',
  opml: 'xml',
  warc: 'warc',
}

const noDocuments =
  /^(md|markdown|css|js|mjs|cjs|ts|map|csv|tsv|parquet|yaml|yml|toml|ini|lock|log|png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|mp[34]|m4[av]|ogg|wav|webm|mov|avi|woff2?|ttf|otf|eot|zip|tar|7z|rar|xz|bz2|zst|exe|dll|so|py|sh|r|rds|sqlite|db)$/

/** Kind by the file's name; a final `.gz` is not looked at. `unknown` when the name says nothing. */
export function kindByName(name: string): Kind {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name.replace(/\.gz$/i, ''))?.[1]?.toLowerCase()
  if (!extension) return 'unknown'
  return byExtension[extension] ?? (noDocuments.test(extension) ? 'other' : 'unknown')
}

/** Kind by the media type of a transport (HTTP, WARC). */
export function kindByMediaType(mediaType: string | undefined): Kind {
  if (!mediaType || mediaType === 'application/octet-stream' || mediaType === 'application/gzip')
    return 'unknown'
  if (mediaType === 'text/html' || mediaType === 'application/xhtml+xml') return 'html'
  // Feeds and JSON are often served as plain text: the content decides.
  if (mediaType === 'text/plain') return 'unknown'
  if (mediaType === 'application/json' || mediaType === 'application/feed+json') return 'json'
  if (/^application\/(x-ndjson|jsonl|x-jsonlines|json-seq)$/.test(mediaType)) return 'jsonl'
  if (/^(text|application)\/(.*\+)?xml$/.test(mediaType)) return 'xml'
  if (mediaType === 'application/warc') return 'warc'
  return 'other'
}

const latin1 = new TextDecoder('latin1')

/** Kind by the first bytes. UTF-16 is looked at without its zero bytes. */
export function kindByContent(head: Uint8Array): Kind {
  const text = latin1
    .decode(head)
    .replace(/\0/g, '')
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart()
  if (/^WARC\/[01]\.\d/.test(text)) return 'warc'
  if (/^(\[\s*([{\]"]|$)|\{\s*["}])/.test(text)) return 'json'
  const markup = text.replace(/^(<\?xml[^>]*>|<!--.*?-->|\s+)*/s, '')
  if (/^<(rss|feed|rdf:RDF)[\s>]/i.test(markup)) return 'feed'
  if (/^<(urlset|sitemapindex|opml|\w+:urlset)[\s>/]/i.test(markup)) return 'links'
  if (/^<(!doctype html|html|head|body|article|meta|title|div|p|h1|section|main)[\s>]/i.test(markup))
    return 'html'
  if (/<html[\s>]|<body[\s>]|<\/(p|div|h1)>/i.test(markup.slice(0, 2000))) return 'html'
  if (/^<\?xml/.test(text)) return 'xml'
  return 'text'
}
