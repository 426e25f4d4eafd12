// Writes docs/formats from the definitions of the export formats. Run after `npm run build`.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { referencePages } from '../dist/src/export/reference.js'

const folder = new URL('../docs/formats/', import.meta.url)
mkdirSync(folder, { recursive: true })
const pages = referencePages()
for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(new URL(name, folder))
for (const [name, text] of pages) writeFileSync(new URL(name, folder), text)
