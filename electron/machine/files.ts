import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { problem, ProblemError, type Problem } from '../../shared/problem.ts'

/** A file by its name, without a folder, and its content. */
export type NamedFile = { name: string; bytes: Uint8Array<ArrayBuffer> }

/** A virus scanner or a file open in Excel holds a name for moments (Windows): try again this many times. */
const TRIES = 6
const LOCKED = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'])

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Repeats a step of the file system while another program holds the file, longer each time (about 1.5 s in all). */
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

/** What a failure of the file system means to a person, for `path`; null when it is not one they can act on. */
export function fileProblem(error: unknown, path: string): Problem | null {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return problem('disk-full', { path })
  if (LOCKED.has(code) || code === 'EROFS' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'EEXIST')
    return problem('not-writable', { path })
  return null
}

/**
 * Writes a file whole or not at all: beside its place, flushed to the disk, then renamed over it. Folders on the way
 * are made. Fails with `disk-full` or `not-writable`; what stood there before then still stands.
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

/** The rename itself survives a power cut only once the folder is on the disk; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
