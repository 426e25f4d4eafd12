import { makeCapture } from '../../src/capture/index.js'
import type { Capture } from '../../src/model/index.js'

/** Small pages written for the project (invented outlets, facts and people) that between them reach every stage. */
const pages: readonly { readonly uri: string; readonly mediaType: string; readonly body: string }[] = [
  {
    uri: 'visit.html',
    mediaType: 'text/html',
    body: `<!doctype html><html lang="en"><head><title>Norwegian minister in Santiago - The Fjord Post</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Norwegian minister in Santiago","datePublished":"2023-05-09T07:00:00Z","author":{"@type":"Person","name":"Ida Moen"}}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Norwegian minister in Santiago</h1>
<figure><img src="x.jpg"><figcaption>Santiago seen from the air, 3 March 2019. Photo: Fjord Pictures</figcaption></figure>
<p>Norwegian Foreign Minister Ingrid Halvorsen arrived in Santiago on Monday for talks with her Chilean counterpart Tomas Quiroga.</p>
<p>The two met for three hours and signed an agreement on fishing rights. \u201cWe have buried an old quarrel,\u201d Halvorsen said.</p>
<p>Chile had threatened to impose sanctions on Norwegian companies in April. Peru rejected the agreement and accused both governments of ignoring its fishermen, according to a statement from its foreign ministry.</p>
<p>Norway will send 40 observers to Chile next month, the agency Nordwire reported.</p></article>
<aside><a href="/a">Read more: Ten fish to try</a></aside><footer>Copyright 2026 The Fjord Post</footer></body></html>`,
  },
  {
    uri: 'scrape.txt',
    mediaType: 'text/plain',
    body: `Home | World | Sport
Subscribe

Minister ends Chile visit

\u00a9 Fjord Pictures / A. Bakke
By Ida Moen

The Norwegian foreign minister left Chile on Friday. She did not meet President Quiroga\u2019s rival, her spokesman said.

\u201cThe talks were useful,\u201d said the spokesman. He denied that Oslo had promised money.

READ MORE: Ten fish to try

Kenya and Ghana condemned the attack on a ship near the Strait of Hormuz.

Newsletter
Sign up`,
  },
  {
    uri: 'empty-sentences.txt',
    mediaType: 'text/plain',
    body: 'Weather\n\nIt rained all day in the valley, and nobody went out to the fields before the evening came.',
  },
  {
    uri: 'spanish.txt',
    mediaType: 'text/plain',
    body: 'La ministra viaja a Lima\n\nLa ministra de Exteriores de Noruega viajar\u00e1 el lunes a Lima para reunirse con su hom\u00f3logo peruano, seg\u00fan inform\u00f3 la canciller\u00eda.',
  },
]

export const contractCaptures: readonly Capture[] = pages.map(({ uri, mediaType, body }) =>
  makeCapture(
    { uri, origin: 'file', time: '2026-01-01T00:00:00.000Z' },
    mediaType,
    new TextEncoder().encode(body),
  ),
)
