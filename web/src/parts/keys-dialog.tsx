import { useEffect, useRef, useState } from 'react'
import { singleKeys } from '../lib/keys.js'

const groups: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    'Everywhere',
    [
      ['/', 'search'],
      ['?', 'these keys'],
      ['g s', 'stories'],
      ['g a', 'actors'],
      ['g r', 'relations'],
      ['g m', 'map'],
      ['g q', 'quotes'],
      ['g v', 'review'],
      ['g n', 'add pages'],
      ['u', 'undo the last judgement'],
      ['Esc', 'close'],
    ],
  ],
  [
    'Lists',
    [
      ['j k', 'next, previous'],
      ['Enter', 'open'],
      ['c p d e o', 'to a filter'],
    ],
  ],
  [
    'Story',
    [
      ['1-6', 'sections'],
      ['arrows', 'move in the table'],
      ['Home End', 'ends of a row'],
      ['[ ]', 'previous, next dispute'],
      ['Space', 'keep the sentence open'],
      ['Enter', 'to the words in the article'],
    ],
  ],
  [
    'Article',
    [
      ['a t p e c x', 'layers on and off'],
      ['n N', 'next, previous event'],
      ['y', 'copy a citation'],
      ['Esc', 'close the evidence'],
    ],
  ],
  [
    'Review',
    [
      ['j k', 'next, previous'],
      ['1 2', 'take a value'],
      ['a d', 'right as it stands, leave disputed'],
      ['r', 'correct a value'],
      ['s m', 'split, merge'],
      ['x', 'reject'],
      ['n', 'to the reason'],
    ],
  ],
  [
    'Relations',
    [
      ['[ ]', 'move the window'],
      ['+ -', 'widen, narrow it'],
    ],
  ],
]

/** Lists the keys; single-key shortcuts can be switched off here. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [on, setOn] = useState(singleKeys.on)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="card keys-dialog" aria-labelledby="keys-title" onClose={onClose}>
      <header>
        <h2 className="head" id="keys-title">
          Keys
        </h2>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      <div className="key-groups">
        {groups.map(([title, keys]) => (
          <section key={title}>
            <h3 className="label">{title}</h3>
            <dl>
              {keys.map(([key, what]) => (
                <div key={key}>
                  <dt>
                    {key.split(' ').map(one => (
                      <kbd key={one}>{one}</kbd>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="switch">
        <input
          type="checkbox"
          className="check"
          checked={on}
          onChange={event => {
            singleKeys.set(event.target.checked)
            setOn(event.target.checked)
          }}
        />
        Single keys work outside of fields
      </label>
    </dialog>
  )
}
