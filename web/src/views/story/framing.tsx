import type { StoryView } from '../../lib/api.js'
import { articlePath } from '../../lib/router.js'
import { Chip } from '../../parts/small.js'

type Frame = StoryView['framing'][number]

const counts = (list: Frame['verbs']) =>
  list.length === 0
    ? 'none'
    : list.map(({ word, count }) => (count > 1 ? `${word} (${count})` : word)).join(', ')

function Overused({ frame }: { frame: Frame }) {
  const most = Math.max(...frame.overused.map(one => one.weight), 0.1)
  if (frame.overused.length === 0) return <>none</>
  return (
    <ul className="words">
      {frame.overused.map(({ word, weight, strong }) => (
        <li key={word} className={strong ? 'strong' : undefined}>
          <span>{word}</span>
          <i style={{ '--v': `${(weight / most) * 100}%` } as React.CSSProperties} />
        </li>
      ))}
    </ul>
  )
}

/** How the independent accounts word the same days. */
export function Framing({ story }: { story: StoryView }) {
  const frames = story.framing.slice(0, 4)
  const actors = [...new Set(frames.flatMap(frame => frame.names.map(one => one.actor)))].slice(0, 3)
  const rows: readonly (readonly [string, (frame: Frame) => React.ReactNode])[] = [
    ...actors.map(
      actor =>
        [
          actor,
          (frame: Frame) => frame.names.find(one => one.actor === actor)?.words.join('; ') ?? 'not mentioned',
        ] as const,
    ),
    ['Words for what happened', frame => counts(frame.verbs)],
    ['Verbs of speech', frame => counts(frame.cues)],
    ['Used more than the others do', frame => <Overused frame={frame} />],
  ]
  return (
    <section className="section" id="framing" aria-labelledby="h-fr">
      <header>
        <h2 id="h-fr">Framing</h2>
        <p>The same days in other words. Copies are left out.</p>
      </header>
      <div className="scroll-x">
        <table className="framing">
          <thead>
            <tr>
              <th>
                <span className="sr">Aspect</span>
              </th>
              {frames.map(frame => (
                <th key={frame.label} scope="col">
                  {frame.outlet} <Chip label={frame.label} href={articlePath(frame.article)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {frames.map(frame => (
                  <td key={frame.label} data-who={frame.label}>
                    {value(frame)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
