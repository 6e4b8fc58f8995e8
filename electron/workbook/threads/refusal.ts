/**
 * The reasons for a job without a result.
 *
 * | code            | reason                                                               |
 * |-----------------|----------------------------------------------------------------------|
 * | took-too-long   | the job passed the time limit; its worker was ended                   |
 * | too-much-memory | the job passed the memory limit; its worker was ended                 |
 * | reading-failed  | the worker stopped or threw an unexpected error, given in `cause`     |
 * | cannot-start    | no worker starts; not a fault of the file, `cause` is the last error |
 * | closed          | the pool was closed before the job was done                          |
 */
export type ReadingRefusalCode = 'took-too-long' | 'too-much-memory' | 'reading-failed' | 'cannot-start' | 'closed'

/** The only error of `run` of a reading pool. `allowed` is the exceeded limit: milliseconds or MiB. */
export class ReadingRefusal extends Error {
  readonly code: ReadingRefusalCode
  readonly allowed: number | undefined

  constructor(code: ReadingRefusalCode, options: { allowed?: number; cause?: unknown } = {}) {
    super(code, { cause: options.cause })
    this.name = 'ReadingRefusal'
    this.code = code
    this.allowed = options.allowed
  }
}
