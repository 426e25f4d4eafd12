import { useEffect, useState } from 'react'
import type { ViewProps } from '../../app.js'
import { api, type StoryView } from '../../lib/api.js'
import { useKeys } from '../../lib/keys.js'
import { useQuery } from '../../lib/query.js'
import { Link } from '../../lib/router.js'
import { codeName, days, quadNames } from '../../lib/words.js'
import { Icon } from '../../parts/icons.js'
import { PairCode } from '../../parts/small.js'
import { Shown } from '../../parts/states.js'
import { CopyButton } from '../../parts/take-away.js'
import { Accounts } from './accounts.js'
import { Framing } from './framing.js'
import { Lineage } from './lineage.js'
import { OnlyHere } from './only-here.js'
import { Summary } from './summary.js'
import { Timeline } from './timeline.js'

/** Sections of the page in order; those that would be empty are not listed. */
function sectionsOf(story: StoryView): readonly (readonly [string, string])[] {
  return [
    ['summary', 'Summary'],
    ['time', 'Timeline'],
    ['accounts', 'Accounts'],
    ['lineage', 'Lineage'],
    ...(story.framing.length > 0 ? ([['framing', 'Framing']] as const) : []),
    ...(story.only.length > 0 ? ([['only', 'Only here']] as const) : []),
  ]
}

/** The section that is being read. */
function useCurrentSection(ids: readonly string[]): string {
  const [current, setCurrent] = useState('summary')
  const key = ids.join(' ')
  useEffect(() => {
    const observer = new IntersectionObserver(
      entries => {
        const seen = entries.filter(entry => entry.isIntersecting)
        if (seen[0]) setCurrent(seen[0].target.id)
      },
      { rootMargin: '-20% 0px -70% 0px' },
    )
    for (const id of key.split(' ')) {
      const element = document.getElementById(id)
      if (element) observer.observe(element)
    }
    return () => observer.disconnect()
  }, [key])
  return current
}

function Page({ story }: { story: StoryView }) {
  const { summary } = story
  const sections = sectionsOf(story)
  const current = useCurrentSection(sections.map(([id]) => id))
  useKeys(
    Object.fromEntries(
      sections.map(([id], index) => [String(index + 1), () => document.getElementById(id)?.scrollIntoView()]),
    ),
  )
  useEffect(() => {
    document.title = `${summary.title} · Synoptic`
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [summary.title])
  const main = story.events[0]
  return (
    <>
      <nav className="crumbs" aria-label="Breadcrumb">
        <Link href="/">Stories</Link>
        <span>/</span>
        {summary.pair?.b ? (
          <Link
            href={`/relations/${summary.pair.a}/${summary.pair.b}`}
          >{`${summary.pair.a} ↔ ${summary.pair.b}`}</Link>
        ) : (
          <span>{summary.countries[0] ?? 'story'}</span>
        )}
      </nav>
      <div className="title-row">
        <div>
          <h1 className="title">{summary.title}</h1>
          <p className="meta">
            <b>{days(summary)}</b>
            {main && <span>{codeName(main)}</span>}
            {main && <PairCode a={main.a} b={main.b} />}
            {main && <span>{quadNames[main.quad]}</span>}
          </p>
        </div>
        <div className="actions">
          <CopyButton
            words="Copy with sources"
            text={async () => await (await fetch(api.urls.brief(summary.id, 'markdown'))).text()}
          />
          <Link className="button" href={`/export?story=${summary.id}`}>
            <Icon name="out" />
            Export
          </Link>
        </div>
      </div>
      <nav className="subnav" aria-label="On this page">
        {sections.map(([id, name], index) => (
          <a key={id} href={`#${id}`} aria-current={current === id ? 'true' : undefined}>
            {name} <kbd>{index + 1}</kbd>
          </a>
        ))}
      </nav>
      <Summary story={story} />
      <Timeline story={story} />
      <Accounts story={story} />
      <Lineage story={story} />
      {(story.framing.length > 0 || story.only.length > 0) && (
        <div className={story.framing.length > 0 && story.only.length > 0 ? 'split-2' : undefined}>
          {story.framing.length > 0 && <Framing story={story} />}
          {story.only.length > 0 && <OnlyHere story={story} />}
        </div>
      )}
    </>
  )
}

/** A story: the accounts of one happening side by side. */
export default function StoryPage({ ids }: ViewProps) {
  const id = ids[0]!
  const answer = useQuery(`story ${id}`, () => api.story(id))
  return (
    <Shown answer={answer} what="the story">
      {story => <Page story={story} />}
    </Shown>
  )
}
