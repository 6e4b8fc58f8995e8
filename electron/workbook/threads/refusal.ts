/**
 * Why a job in a reading worker gave no result.
 *
 * | code            | what happened                                                        |
 * |-----------------|----------------------------------------------------------------------|
 * | took-too-long   | it ran past the time limit; its worker was ended                      |
 * | too-much-memory | it passed the memory ceiling; its worker was ended                    |
 * | reading-failed  | its worker broke, or threw what it should have returned; `cause` says |
 * | cannot-start    | no worker comes up to read it; the file is not to blame, `cause` says |
 * | closed          | the pool was closed before the job was done                          |
 */
export type ReadingRefusalCode = 'took-too-long' | 'too-much-memory' | 'reading-failed' | 'cannot-start' | 'closed'

/** What `run` of a reading pool rejects with, and nothing else. `allowed` is the limit that was passed: milliseconds or MiB. */
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
