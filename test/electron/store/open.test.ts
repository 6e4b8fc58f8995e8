import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync, closeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { backUp } from '../../../electron/store/backup.ts'
import { handleOf, read, write } from '../../../electron/store/db.ts'
import { openHandle } from '../../../electron/store/driver.ts'
import { createWorkspace, openWorkspace } from '../../../electron/store/open.ts'
import { readSettings, writeSettings } from '../../../electron/store/settings.ts'
import { ProblemError, type ProblemCode } from '../../../shared/problem.ts'
import { NOON, temporaryFolder } from './workspace-helper.ts'

const options = { clock: () => NOON }

async function problemOf(act: Promise<unknown>): Promise<ProblemCode | 'none'> {
  try {
    await act
    return 'none'
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code
    throw error
  }
}

/** The path of a closed workspace with one setting. */
async function closedWorkspace(): Promise<string> {
  const path = join(temporaryFolder(), 'county.db')
  const workspace = await createWorkspace(path, options)
  write(workspace.db, (db) => writeSettings(db, { name: '金寨县教育局' }))
  workspace.close()
  return path
}

function overwrite(path: string, at: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, at)
  closeSync(file)
}

/** Starts a process that opens a workspace and keeps it open (hold-workspace.ts). */
async function holder(path: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('hold-workspace.ts', import.meta.url)), path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', (code) => reject(new Error(`the other process ended with ${code}`)))
  })
  return child
}

describe('opening a workspace', () => {
  it('finds again what was written before it was closed', async () => {
    const path = await closedWorkspace()
    const workspace = await openWorkspace(path, options)
    expect(read(workspace.db, readSettings).name).toBe('金寨县教育局')
    workspace.close()
  })

  it('makes the folders on the way to a new one', async () => {
    const path = join(temporaryFolder(), '文档', '校统', '金寨县.db')
    const workspace = await createWorkspace(path, options)
    workspace.close()
    expect(existsSync(path)).toBe(true)
  })

  it('keeps every commit on the disk: WAL, synchronous FULL, foreign keys', async () => {
    const path = await closedWorkspace()
    const workspace = await openWorkspace(path, options)
    const handle = handleOf(workspace.db)
    const pragma = (name: string): unknown => handle.pragma(name, { simple: true })
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('fullfsync')]).toEqual(['wal', 2, 1, 1])
    workspace.close()
  })

  it('says that there is none', async () => {
    expect(await problemOf(openWorkspace(join(temporaryFolder(), 'none.db'), options))).toBe('workspace-missing')
  })

  it('does not make one over another, nor over any file', async () => {
    const path = await closedWorkspace()
    const before = readFileSync(path)
    expect(await problemOf(createWorkspace(path, options))).toBe('workspace-exists')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('takes nothing else for a workspace, and leaves it untouched and nothing beside it', async () => {
    const folder = temporaryFolder()
    const other = openHandle(join(folder, 'other.db'))
    other.exec('CREATE TABLE a (b)')
    other.close()
    writeFileSync(join(folder, 'empty.db'), '')
    writeFileSync(join(folder, 'letter.docx'), 'PK\u0003\u0004 and so on')
    mkdirSync(join(folder, 'folder.db'))
    const before = readdirSync(folder)
    for (const name of before) {
      const bytes = name === 'folder.db' ? null : readFileSync(join(folder, name))
      expect([name, await problemOf(openWorkspace(join(folder, name), options))]).toEqual([name, 'not-a-workspace'])
      if (bytes !== null) expect(readFileSync(join(folder, name)).equals(bytes)).toBe(true)
    }
    expect(readdirSync(folder)).toEqual(before)
  })

  it('refuses one written by a newer program and leaves it as it is', async () => {
    const path = await closedWorkspace()
    const handle = openHandle(path)
    handle.pragma('user_version = 999999')
    handle.close()
    const before = readFileSync(path)
    await expect(openWorkspace(path, options)).rejects.toMatchObject({
      problem: { code: 'workspace-from-future', details: { version: 999999 } },
    })
    expect(readFileSync(path).equals(before)).toBe(true)
  })
})

describe('a damaged workspace', () => {
  it('is named as damaged, and not a byte of it is changed or deleted', async () => {
    const path = await closedWorkspace()
    overwrite(path, 4096, Buffer.alloc(4096, 0x5a))
    const before = readFileSync(path)
    expect(await problemOf(openWorkspace(path, options))).toBe('workspace-damaged')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('is named as damaged when it is cut short', async () => {
    const path = await closedWorkspace()
    const whole = readFileSync(path)
    writeFileSync(path, whole.subarray(0, whole.length - 3 * 4096))
    expect(await problemOf(openWorkspace(path, options))).toBe('workspace-damaged')
  })

  it('is known for a workspace by its backups even when its first page is gone', async () => {
    const path = await closedWorkspace()
    const workspace = await openWorkspace(path, options)
    await backUp(workspace, 'start')
    workspace.close()
    overwrite(path, 0, Buffer.alloc(4096))
    expect(await problemOf(openWorkspace(path, options))).toBe('workspace-damaged')
  })

  it('is not held afterwards', async () => {
    const path = await closedWorkspace()
    overwrite(path, 4096, Buffer.alloc(4096, 0x5a))
    expect(await problemOf(openWorkspace(path, options))).toBe('workspace-damaged')
    expect(await problemOf(openWorkspace(path, options))).toBe('workspace-damaged')
  })
})

describe('one process holds a workspace', () => {
  it('a second opening in the same process is told so', async () => {
    const path = await closedWorkspace()
    const workspace = await openWorkspace(path, options)
    expect(await problemOf(openWorkspace(path, options))).toBe('workspace-locked')
    workspace.close()
    const again = await openWorkspace(path, options)
    again.close()
  })

  it('a second process is told so, and gets it as soon as the first is killed', async () => {
    const path = await closedWorkspace()
    const other = await holder(path)
    expect(await problemOf(openWorkspace(path, options))).toBe('workspace-locked')
    const gone = new Promise((resolve) => other.once('exit', resolve))
    other.kill('SIGKILL')
    await gone
    const workspace = await openWorkspace(path, options)
    expect(read(workspace.db, readSettings).name).toBe('金寨县教育局')
    workspace.close()
  })

  it('can be closed twice', async () => {
    const workspace = await openWorkspace(await closedWorkspace(), options)
    workspace.close()
    expect(() => workspace.close()).not.toThrow()
  })
})

describe('a disk that cannot be written', () => {
  it('is noticed when a workspace is opened, not at the first value', async () => {
    const path = await closedWorkspace()
    // Write format version 3 in the header makes a database read-only.
    overwrite(path, 18, Buffer.from([3]))
    expect(await problemOf(openWorkspace(path, options))).toBe('not-writable')
  })

  it('is noticed when a workspace is made where no folder can be', async () => {
    const path = await closedWorkspace()
    expect(await problemOf(createWorkspace(join(path, 'inside-a-file', 'x.db'), options))).toBe('not-writable')
    expect(await problemOf(createWorkspace(join(path, 'x.db'), options))).toBe('not-writable')
    expect(readdirSync(dirname(path)).filter((name) => name.startsWith('x.db'))).toEqual([])
  })

  it('that is full refuses the value and loses none that was saved', async () => {
    const path = await closedWorkspace()
    const workspace = await openWorkspace(path, options)
    const handle = handleOf(workspace.db)
    handle.pragma(`max_page_count = ${Number(handle.pragma('page_count', { simple: true }))}`)
    const long = '长'.repeat(20_000)
    expect(() => write(workspace.db, (db) => writeSettings(db, { name: long }))).toThrow(
      expect.objectContaining({ problem: { code: 'disk-full', details: { path } } }),
    )
    expect(read(workspace.db, readSettings).name).toBe('金寨县教育局')
    write(workspace.db, (db) => writeSettings(db, { name: '短' }))
    expect(read(workspace.db, readSettings).name).toBe('短')
    workspace.close()
  })
})
