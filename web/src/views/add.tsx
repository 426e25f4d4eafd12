import { useEffect, useRef, useState } from 'react'
import type { ViewProps } from '../app.js'
import { ApiError, api, type Job, type JobDocument } from '../lib/api.js'
import { forgetAnswers } from '../lib/query.js'
import { articlePath, Link, navigate, withParams } from '../lib/router.js'
import { counted } from '../lib/words.js'
import { Scroller } from '../parts/scroller.js'

const ended = (job: Job) => job.state === 'done' || job.state === 'failed'

/** Follows a job by server-sent events until it is done. */
function useJob(id: string | null): Job | null {
  const [job, setJob] = useState<Job | null>(null)
  useEffect(() => {
    if (id === null) return
    let current = true
    api.job(id).then(
      found => current && setJob(found),
      () => current && setJob(null),
    )
    const source = new EventSource(api.urls.jobEvents(id))
    source.addEventListener('job', event => {
      const next = JSON.parse((event as MessageEvent<string>).data) as Job
      setJob(next)
      if (!ended(next)) return
      source.close()
      forgetAnswers()
    })
    return () => {
      current = false
      source.close()
    }
  }, [id])
  return id === null ? null : job
}

const steps = ['read', 'code', 'reconcile'] as const
const rank: Readonly<Record<JobDocument['state'], number>> = {
  read: 1,
  coding: 1,
  coded: 2,
  known: 3,
  failed: 0,
}

function Dots({ document, job }: { document: JobDocument; job: Job }) {
  const done = job.state === 'done' && document.state !== 'failed' ? 3 : rank[document.state]
  const words = {
    read: 'read',
    coding: 'being coded',
    coded: job.state === 'done' ? 'done' : 'coded',
    known: 'known already',
    failed: 'stopped',
  }[document.state]
  return (
    <>
      <span className="dots" aria-hidden="true">
        {document.state === 'failed' ? (
          <i className="x" />
        ) : (
          steps.map((step, index) => (
            <i
              key={step}
              className={index < done ? 'd' : index === done && document.state === 'coding' ? 'a' : ''}
            />
          ))
        )}
      </span>{' '}
      {words}
    </>
  )
}

function Progress({ job }: { job: Job }) {
  const { documents, stories } = job
  const coded = documents.filter(one => one.state === 'coded').length
  const known = documents.filter(one => one.state === 'known').length
  const failed = documents.filter(one => one.state === 'failed')
  const events = documents.reduce((sum, one) => sum + (one.events ?? 0), 0)
  const share = (n: number) => (documents.length > 0 ? `${(100 * n) / documents.length}%` : '0%')
  const titles = {
    waiting: 'Waiting for what was added before',
    loading: 'Loading the models',
    coding: `${counted(documents.length, 'document')}, ${coded} coded`,
    reconciling: `${counted(documents.length, 'document')}, ${coded} coded`,
    done: `${counted(documents.length, 'document')}, ${coded} coded${known > 0 ? `, ${known} known already` : ''}`,
    failed: 'It stopped',
  }
  const bars = [
    ['Read', documents.length - failed.length, `${failed.length} failed`, share(documents.length)],
    ['Clean, parse, code', coded, counted(events, 'event'), share(coded + known + failed.length)],
    [
      'Reconcile',
      stories?.done ?? (job.state === 'done' ? coded : 0),
      stories ? `of ${stories.total} stories` : 'stories',
      stories
        ? `${(100 * stories.done) / Math.max(1, stories.total)}%`
        : job.state === 'done'
          ? '100%'
          : '0%',
    ],
  ] as const
  return (
    <section aria-labelledby="h-job">
      <div className="job-head">
        <h2 className="head" id="h-job" role="status">
          {titles[job.state]}
        </h2>
        {job.state === 'done' && coded > 0 && (
          <Link className="button primary" href="/">
            Open the stories
          </Link>
        )}
      </div>
      {job.message && <p role="alert">{job.message}</p>}
      <ol className="pipe three">
        {bars.map(([name, n, note, width]) => (
          <li key={name} style={{ '--p': width } as React.CSSProperties}>
            <b>{name}</b>
            <span className="v">{n}</span>
            <small>{note}</small>
          </li>
        ))}
      </ol>
      {failed.length > 0 && (
        <>
          <h3 className="label">
            Could not be read <span className="tally">{failed.length}</span>
          </h3>
          {failed.map(({ uri, message, code }) => (
            <div className="fail" key={uri}>
              <b>{uri}</b>
              <p>
                {message} <small>{code}</small>
              </p>
            </div>
          ))}
        </>
      )}
      {documents.length > 0 && (
        <Scroller label="Documents">
          <table className="data job-table">
            <caption className="sr">Documents and how far each is</caption>
            <thead>
              <tr>
                <th scope="col">Document</th>
                <th scope="col">Outlet</th>
                <th scope="col">Stage</th>
                <th scope="col">So far</th>
              </tr>
            </thead>
            <tbody>
              {documents.slice(0, 200).map((document, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a container may hold items of one address.
                <tr key={index}>
                  <td>
                    {document.article ? (
                      <Link className="link" href={articlePath(document.article)}>
                        {document.title ?? document.uri}
                      </Link>
                    ) : (
                      document.uri
                    )}
                  </td>
                  <td>{document.outlet ?? (document.state === 'coded' ? 'not named on the page' : '')}</td>
                  <td className="nw">
                    <Dots document={document} job={job} />
                  </td>
                  <td>
                    {document.events !== undefined
                      ? `${counted(document.events, 'event')}, ${counted(document.claims ?? 0, 'claim')}`
                      : (document.message ?? '')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
      <p className="after-table">
        {documents.length > 200 && `200 of ${documents.length} shown. `}
        {ended(job)
          ? 'Every byte is kept as received, on this machine.'
          : 'You can leave this page; work goes on.'}
      </p>
    </section>
  )
}

/** Files of what was dropped, folders included. */
async function filesOf(items: DataTransferItemList): Promise<File[]> {
  const walk = async (entry: FileSystemEntry): Promise<File[]> => {
    if (entry.isFile)
      return [
        await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
      ]
    const reader = (entry as FileSystemDirectoryEntry).createReader()
    const files: File[] = []
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject),
      )
      if (some.length === 0) return files
      for (const one of some) files.push(...(await walk(one)))
    }
  }
  const entries = [...items].flatMap(item => item.webkitGetAsEntry() ?? [])
  return (await Promise.all(entries.map(walk))).flat()
}

/** Adds pages: files, pasted text or an address; below, how far they are and what failed why. */
export default function Add({ route }: ViewProps) {
  const [problem, setProblem] = useState('')
  const [over, setOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  const job = useJob(route.params.get('job'))
  useEffect(() => {
    document.title = 'Add accounts · Synoptic'
  }, [])
  const send = async (adding: Promise<Job>) => {
    try {
      const added = await adding
      setProblem('')
      navigate(withParams(route, { job: added.id }))
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : String(error))
    }
  }
  const addText = () => {
    const words = text.current?.value.trim() ?? ''
    if (words) void send(api.addText(words))
  }
  return (
    <>
      <h1 className="title tool">Add accounts</h1>
      <p className="meta">
        <span>Pages, text or addresses. Every byte is kept as received, on this machine.</span>
      </p>
      <div className="add">
        <div className="add-forms">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way; the button inside is the other. */}
          <div
            className={`drop${over ? ' over' : ''}`}
            onDragOver={event => {
              event.preventDefault()
              setOver(true)
            }}
            onDragLeave={() => setOver(false)}
            onDrop={event => {
              event.preventDefault()
              setOver(false)
              void filesOf(event.dataTransfer.items).then(files =>
                files.length > 0 ? send(api.addFiles(files)) : undefined,
              )
            }}
          >
            <svg viewBox="0 0 28 28" aria-hidden="true">
              <path
                d="M14 4v14m-5-5 5 5 5-5M4 19v5h20v-5"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.600"
              />
            </svg>
            <b>Drop files or a folder</b>
            <span>
              or{' '}
              <button type="button" className="link" onClick={() => picker.current?.click()}>
                choose them
              </button>
            </span>
            <small>Text, HTML, JSON Lines, feeds, WARC, each also gzipped. Up to 64 MB at a time.</small>
            <input
              ref={picker}
              type="file"
              multiple
              className="sr"
              tabIndex={-1}
              aria-label="Files"
              onChange={event => {
                const files = [...(event.target.files ?? [])]
                if (files.length > 0) void send(api.addFiles(files))
              }}
            />
          </div>
          <form
            action={(form: FormData) => {
              const address = String(form.get('address') ?? '').trim()
              if (address) void send(api.addAddress(address))
            }}
          >
            <label className="field">
              <span className="label">Address or feed</span>
              <span className="with-button">
                <input
                  className="input"
                  name="address"
                  type="url"
                  placeholder="https://outlet.example/story"
                  required
                />
                <button className="button" type="submit">
                  Fetch
                </button>
              </span>
            </label>
          </form>
          <label className="field">
            <span className="label">Pasted text</span>
            <textarea
              className="input"
              ref={text}
              rows={6}
              placeholder="Boilerplate may stay in. It is removed with a reason, not silently."
              onKeyDown={event => {
                if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) addText()
              }}
            />
          </label>
          <div className="actions">
            <button className="button primary" type="button" onClick={addText}>
              Add <kbd>⌘↵</kbd>
            </button>
          </div>
          {problem && (
            <p className="notice" role="alert">
              {problem}
            </p>
          )}
        </div>
        {job ? (
          <Progress job={job} />
        ) : (
          <div className="empty">
            <b>What happens to a page</b>
            <p>
              It is archived, cleaned of menus and advertisements with a reason for every cut, parsed, its
              people, days and places resolved, its events coded, and set beside what others write about the
              same.
            </p>
            <p>
              Large collections go in by command line: <code>synoptic code FOLDER</code>. This page shows the
              same workspace.
            </p>
          </div>
        )}
      </div>
    </>
  )
}
