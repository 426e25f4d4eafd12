import { type Job, PgBoss } from 'pg-boss'

/** Documents to code; those that three workers died on are tried alone, three times, before they are given up. */
const queues = { together: 'document', alone: 'document-alone', lost: 'document-lost' } as const

/** Seconds without a sign of life after which a document is given to another worker, and between the rounds that look for such. */
const patience = { heartbeat: 10, supervise: 5 }

const schema = 'synoptic_queue'

const options = {
  retryLimit: 2,
  retryDelay: 0,
  heartbeatSeconds: patience.heartbeat,
  expireInSeconds: 3600,
  deleteAfterSeconds: 24 * 3600,
}

/** A document given to this worker, by its place in the archive's order. */
export interface Task {
  readonly sequence: number
  readonly queue: string
  readonly id: string
  /** True when every worker that tried it died: it is to be recorded as failed. */
  readonly lost: boolean
}

/** The documents that wait for a worker, in the same database as the records (pg-boss, schema `synoptic_queue`). */
export class TaskQueue {
  private constructor(private readonly boss: PgBoss) {}

  static async open(url: string, onNote: (note: string) => void): Promise<TaskQueue> {
    const boss = new PgBoss({
      connectionString: url,
      schema,
      application_name: 'synoptic queue',
      max: 3,
      schedule: false,
      superviseIntervalSeconds: patience.supervise,
      monitorIntervalSeconds: patience.supervise,
    })
    boss.on('error', error => onNote(`The queue: ${error.message}`))
    await boss.start()
    await boss.createQueue(queues.lost, { ...options, retryLimit: 1000 })
    await boss.createQueue(queues.alone, { ...options, deadLetter: queues.lost })
    await boss.createQueue(queues.together, { ...options, deadLetter: queues.alone })
    return new TaskQueue(boss)
  }

  /** Puts documents into the queue. Twice is no harm: what is coded is not coded again. */
  async add(sequences: readonly number[]): Promise<void> {
    for (let i = 0; i < sequences.length; i += 1000)
      await this.boss.insert(
        queues.together,
        sequences.slice(i, i + 1000).map(sequence => ({ data: { sequence } })),
      )
  }

  /** At most `count` documents; one alone when it has to be kept apart, none when nothing waits. */
  async take(count: number): Promise<Task[]> {
    const together = await this.fetch(queues.together, count)
    if (together.length > 0) return together
    const alone = await this.fetch(queues.alone, 1)
    return alone.length > 0 ? alone : await this.fetch(queues.lost, 1)
  }

  private async fetch(queue: string, batchSize: number): Promise<Task[]> {
    const jobs: Job<{ sequence: number }>[] =
      (await this.boss.fetch<{ sequence: number }>(queue, { batchSize })) ?? []
    return jobs.map(({ id, data }) => ({ sequence: data.sequence, queue, id, lost: queue === queues.lost }))
  }

  /** Says that these documents are stored. */
  async done(tasks: readonly Task[]): Promise<void> {
    await this.each(tasks, (queue, ids) => this.boss.complete(queue, ids))
  }

  /** Gives documents back: this worker could not store them. */
  async giveBack(tasks: readonly Task[]): Promise<void> {
    await this.each(tasks, (queue, ids) => this.boss.fail(queue, ids))
  }

  /** Says that this worker is alive and still has these documents. */
  async beat(tasks: readonly Task[]): Promise<void> {
    await this.each(tasks, (queue, ids) => this.boss.touch(queue, ids))
  }

  private async each(
    tasks: readonly Task[],
    act: (queue: string, ids: string[]) => Promise<unknown>,
  ): Promise<void> {
    for (const queue of Object.values(queues)) {
      const ids = tasks.flatMap(task => (task.queue === queue ? [task.id] : []))
      if (ids.length > 0) await act(queue, ids)
    }
  }

  /** Documents that wait or that some worker has. */
  async size(): Promise<number> {
    const { rows } = await this.boss
      .getDb()
      .executeSql(
        `select count(*)::integer as n from ${schema}.job where name = any($1) and state < 'completed'`,
        [Object.values(queues)],
      )
    return (rows[0] as { n: number }).n
  }

  async close(): Promise<void> {
    await this.boss.stop({ graceful: false, close: true })
  }
}
