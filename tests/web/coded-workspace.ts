import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { synoptic } from '../end-to-end/synoptic.js'

/** A page whose author wants to run something: in the title, the names, the text, and by every other door. */
export const hostilePage = `<!doctype html><html lang="en"><head>
<title>Minister &lt;script&gt;window.hurt=1&lt;/script&gt; visits Quito</title>
<meta property="og:site_name" content="Bad &quot;Paper&quot;&gt;&lt;img src=x onerror=window.hurt=1&gt;">
<meta http-equiv="refresh" content="0;url=http://elsewhere.example/">
<meta property="article:published_time" content="2021-05-04">
<script>window.hurt = 1</script><link rel="stylesheet" href="http://elsewhere.example/a.css">
<style>@import url(http://elsewhere.example/b.css); body { background: url(http://elsewhere.example/c.png) }</style>
</head><body onload="window.hurt=1"><base href="http://elsewhere.example/">
<article><h1>Minister &lt;script&gt;window.hurt=1&lt;/script&gt; visits Quito</h1>
<p>The foreign minister of Peru visited Ecuador on Monday and met President &lt;img src=x onerror=window.hurt=1&gt; in Quito.</p>
<p>"We will sign an agreement," the minister said. The government of Ecuador thanked Peru for its aid after the flood.</p>
<iframe src="http://elsewhere.example/"></iframe><img src="http://elsewhere.example/d.png" alt="A picture">
<form action="http://elsewhere.example/"><input name="a"></form><svg onload="window.hurt=1"></svg>
<a href="javascript:window.hurt=1">more</a></article></body></html>`

/** One story of the samples and a hostile page, coded once by the built program. */
export async function codedWorkspace(): Promise<{ dir: string; workspace: string; remove(): void }> {
  const dir = mkdtempSync(join(tmpdir(), 'synoptic-web-'))
  const workspace = join(dir, 'workspace')
  const page = join(dir, 'hostile.html')
  writeFileSync(page, hostilePage)
  const { code, err } = await synoptic([
    'code',
    'samples/havana-2017',
    page,
    '--threads',
    '1',
    '--workspace',
    workspace,
  ])
  if (code !== 0) throw new Error(`The samples could not be coded: ${err}`)
  return { dir, workspace, remove: () => rmSync(dir, { recursive: true, force: true }) }
}
