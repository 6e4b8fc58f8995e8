import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileProblem, retryWhileLocked, writeFileAtomic } from '../../../electron/machine/files.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaotong-files-'))
})
afterEach(async () => {
  await chmod(folder, 0o700)
  await rm(folder, { recursive: true })
})

const failing = (code: string): Error => Object.assign(new Error(code), { code })

test('a file is written whole, folders on the way are made, and nothing is left beside it', async () => {
  const path = join(folder, '导出', '金寨.xlsx')
  await writeFileAtomic(path, 'one')
  await writeFileAtomic(path, new Uint8Array([0x74, 0x77, 0x6f]))
  expect(await readFile(path, 'utf8')).toBe('two')
  expect(await readdir(join(folder, '导出'))).toEqual(['金寨.xlsx'])
})

test('where a folder stands in the way, the person is told which place cannot be written, and nothing is left behind', async () => {
  const path = join(folder, 'taken')
  await mkdir(path)
  await writeFile(join(path, 'inside'), '')
  await expect(writeFileAtomic(path, 'x')).rejects.toMatchObject({ problem: { code: 'not-writable', details: { path } } })
  expect(await readdir(folder)).toEqual(['taken'])
})

test('a full disk and a locked file have names a person can act on', () => {
  expect(fileProblem(failing('ENOSPC'), 'D:\\x')?.code).toBe('disk-full')
  expect(fileProblem(failing('EBUSY'), 'D:\\x')?.code).toBe('not-writable')
  expect(fileProblem(failing('ENOENT'), 'D:\\x')).toBeNull()
})

test('a file that a scanner holds for a moment is tried again; other failures are not', async () => {
  let tries = 0
  await retryWhileLocked(async () => {
    tries += 1
    if (tries < 3) throw failing('EBUSY')
  })
  expect(tries).toBe(3)
  await expect(
    retryWhileLocked(async () => {
      tries += 1
      throw failing('ENOSPC')
    }),
  ).rejects.toThrow('ENOSPC')
  expect(tries).toBe(4)
})
