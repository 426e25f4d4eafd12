import type { Witness } from '../../lib/api.js'
import { articlePath } from '../../lib/router.js'
import { days } from '../../lib/words.js'
import { Marked } from '../../views/story/cell.js'
import { Chip } from '../small.js'

/** A sentence of a source with the words that count marked, and where it stands. */
export function WitnessWords({ witness }: { witness: Witness }) {
  const { article, label, span, outlet, published, sentence, copy } = witness
  return (
    <>
      <blockquote>
        <Marked sentence={{ article, ...sentence }} span={span} />
      </blockquote>
      <p className="src">
        <Chip label={label} href={articlePath(article, span)} copy={copy} /> {outlet}
        {published ? `, ${days(published)}` : ''}, characters {span[0].toLocaleString('en')}–
        {span[1].toLocaleString('en')}
      </p>
    </>
  )
}

/** Articles that say the same, as chips. */
export const AlsoIn = ({ witnesses }: { witnesses: readonly Witness[] }) =>
  witnesses.length === 0 ? null : (
    <p className="src">
      Also in{' '}
      {witnesses.map(one => (
        <Chip
          key={`${one.article} ${one.span[0]}`}
          label={one.label}
          href={articlePath(one.article, one.span)}
          copy={one.copy}
          title={one.text}
        />
      ))}
    </p>
  )
