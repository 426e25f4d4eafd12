import type { Sink } from './context.js'

export interface ProgressLine {
  update(text: string, done: number, total: number | null): void
  note(text: string): void
  end(): void
}

/** A progress bar on a terminal; elsewhere a line every ten seconds, so that logs stay short. */
export function progressLine(sink: Sink): ProgressLine {
  const start = Date.now()
  let shown = ''
  let last = sink.isTerminal ? 0 : start
  const clear = () => {
    if (shown) void sink.write(`\r${' '.repeat(shown.length)}\r`)
    shown = ''
  }
  return {
    update(text, done, total) {
      const now = Date.now()
      if (now - last < (sink.isTerminal ? 80 : 10_000) && done !== total) return
      if (!sink.isTerminal && now - last < 10_000) return
      last = now
      const seconds = (now - start) / 1000
      const share = total ? done / total : 0
      const bar = total ? `${'█'.repeat(Math.round(share * 24)).padEnd(24, '░')} ` : ''
      const left = total && done > 0 ? `, about ${Math.ceil((seconds / done) * (total - done))} s left` : ''
      const line = `${bar}${text} ${done}${total ? ` of ${total}` : ''} (${Math.round(seconds)} s${left})`
      if (!sink.isTerminal) {
        void sink.write(`${line}\n`)
        return
      }
      const cut = line.slice(0, sink.columns - 1)
      void sink.write(`\r${cut.padEnd(shown.length)}`)
      shown = cut
    },
    note(text) {
      clear()
      void sink.write(`${text}\n`)
    },
    end: clear,
  }
}
