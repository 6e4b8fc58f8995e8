import { randomUUID } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { problem, ProblemError, type Problem } from '../../shared/problem.ts'

/** A file's name without the folder, and the file's content. */
export type NamedFile = { name: string; bytes: Uint8Array<ArrayBuffer> }

/** The number of attempts while a virus scanner or Excel holds a file (Windows). */
const TRIES = 6
const LOCKED = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'])

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Repeats a file operation while another program holds the file; each wait doubles (about 1.5 s in all). */
export async function retryWhileLocked<Value>(step: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await step()
    } catch (error) {
      if (attempt >= TRIES || !LOCKED.has(codeOf(error))) throw error
      await wait(50 * 2 ** (attempt - 1))
    }
  }
}

/** The problem to report for a file system error at `path`; null when a person cannot act on the error. */
export function fileProblem(error: unknown, path: string): Problem | null {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return problem('disk-full', { path })
  if (LOCKED.has(code) || code === 'EROFS' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'EEXIST')
    return problem('not-writable', { path })
  return null
}

/** The absolute path without links; of a file that is missing, its folder's path without links, if there is one. */
export function realPath(path: string): string {
  const whole = resolve(path)
  if (existsSync(whole)) return realpathSync(whole)
  return existsSync(dirname(whole)) ? join(realpathSync(dirname(whole)), basename(whole)) : whole
}

/**
 * Writes a file completely or not at all: flushes a temporary file to the disk, then renames the temporary file to `path`.
 * Creates missing folders. Fails with `disk-full` or `not-writable`; the previous file then stays unchanged.
 */
export async function writeFileAtomic(path: string, content: Uint8Array | string): Promise<void> {
  const folder = dirname(path)
  const beside = join(folder, `.${randomUUID()}.part`)
  try {
    await mkdir(folder, { recursive: true })
    const file = await open(beside, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await retryWhileLocked(() => rename(beside, path))
    await syncFolder(folder)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {})
    const known = codeOf(error) === 'ENOENT' ? problem('not-writable', { path }) : fileProblem(error, path)
    throw known === null ? error : new ProblemError(known)
  }
}

/** Flushes a folder, because a rename survives a power cut only after the flush; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
