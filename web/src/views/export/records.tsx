import { api, type ExportFormat, type Query } from '../../lib/api.js'
import { useQuery } from '../../lib/query.js'
import { navigate, type Route, withParams } from '../../lib/router.js'
import { Scroller } from '../../parts/scroller.js'
import { Segments } from '../../parts/small.js'
import { Shown } from '../../parts/states.js'

/** Kinds of record with what they hold, the most wanted first. */
const kinds = [
  ['event', 'Events', 'Reconciled, with one account per article, standings and disputes.'],
  ['mention', 'Mentions', 'One sentence’s report of one event: PLOVER, CAMEO, roles with spans.'],
  ['claim', 'Claims', 'Who says what, the cue, the chain it came through.'],
  ['article', 'Articles', 'Text, metadata with basis, what was cut and why.'],
  ['story', 'Stories', 'Articles of one happening, copies, origins.'],
  ['relation', 'Relations', 'Pairs of countries by month.'],
  ['actor', 'Actors', 'With roles and the time they were held.'],
  ['failure', 'Failures', 'Documents that could not be read, with the reason.'],
  ['judgement', 'Judgements', 'What analysts decided, when and why.'],
] as const
type Kind = (typeof kinds)[number][0]

/** Kinds that are of the workspace as a whole, not of a view. */
const ofWhole: ReadonlySet<string> = new Set(['failure', 'judgement'])

/** Text with what stands between backticks as code. */
const Words = ({ text }: { text: string }) => (
  <>
    {text.split('`').map((part, index) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, only their order tells them apart.
      index % 2 === 1 ? <code key={index}>{part}</code> : part,
    )}
  </>
)

function Formats({ formats, kind, query }: { formats: readonly ExportFormat[]; kind: Kind; query: Query }) {
  return (
    <Scroller label="Formats" className="scroll-x export-table">
      <table className="data">
        <caption className="sr">Formats for {kind}</caption>
        <thead>
          <tr>
            <th scope="col">Format</th>
            <th scope="col">What it is for</th>
            <th scope="col">
              <span className="sr">Download</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {formats
            .filter(({ records }) => records.includes(kind))
            .map(({ name, title, about, extension }) => (
              <tr key={name}>
                <td className="big">{title}</td>
                <td className="about">
                  <Words text={about} />
                </td>
                <td className="nw r">
                  <a className="button" href={api.urls.export(kind, { ...query, format: name })} download>
                    .{extension}
                    <span className="sr">, {title}</span>
                  </a>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </Scroller>
  )
}

/** Records of one kind, in every format that can hold them. */
export function Records({ route, query, narrowed }: { route: Route; query: Query; narrowed: boolean }) {
  const formats = useQuery('formats', api.formats)
  const offered = kinds.filter(([kind]) => !narrowed || !ofWhole.has(kind))
  const asked = route.params.get('record')
  const [kind, , about] = offered.find(([name]) => name === asked) ?? offered[0]!
  const once = route.params.get('once') === '1'
  return (
    <>
      <div className="list-head export-head">
        <div className="scroll-x">
          <Segments<Kind>
            label="Record"
            value={kind}
            options={offered.map(([name, words]) => [name, words] as const)}
            onChange={record => navigate(withParams(route, { record }), { replace: true })}
          />
        </div>
        <p className="meta">
          <span>{about}</span>
          {(kind === 'event' || kind === 'mention') && (
            <label className="switch plain">
              <input
                type="checkbox"
                className="check"
                checked={once}
                onChange={event =>
                  navigate(withParams(route, { once: event.target.checked ? '1' : null }), { replace: true })
                }
              />
              One for each day, pair and code
            </label>
          )}
        </p>
      </div>
      <Shown answer={formats} what="the formats">
        {({ items }) => (
          <Formats formats={items} kind={kind} query={{ ...query, ...(once && { one_a_day: 'true' }) }} />
        )}
      </Shown>
    </>
  )
}
