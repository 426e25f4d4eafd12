/** Where a command reads and writes. Records go to `out`, everything else to `err`. A command served for another process gets that process's streams. */
export interface Context {
  readonly cwd: string
  readonly out: Sink
  readonly err: Sink
  stdin(): AsyncIterable<Uint8Array>
}

export interface Sink {
  /** Resolves when the reader has room again. */
  write(text: string | Uint8Array): Promise<void>
  readonly isTerminal: boolean
  readonly columns: number
}

function streamSink(stream: NodeJS.WriteStream): Sink {
  return {
    write: text =>
      new Promise((resolve, reject) => {
        stream.write(text, error =>
          error && (error as NodeJS.ErrnoException).code !== 'EPIPE' ? reject(error) : resolve(),
        )
      }),
    get isTerminal() {
      return Boolean(stream.isTTY)
    },
    get columns() {
      return stream.columns || 100
    },
  }
}

/** The context of this process. */
export function processContext(): Context {
  return {
    cwd: process.cwd(),
    out: streamSink(process.stdout),
    err: streamSink(process.stderr),
    stdin: () => process.stdin,
  }
}
