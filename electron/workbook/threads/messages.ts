/** The messages between a reading pool and its workers. */
export type ToWorker<Job> = { kind: 'job'; job: Job } | { kind: 'end' }
export type FromWorker<Result> =
  | { kind: 'ready' }
  | { kind: 'done'; result: Result }
  | { kind: 'failed'; name: string; message: string; stack: string }
