import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createReadingPool } from '../../electron/workbook/threads/pool.ts'
import { startReturnReader } from '../../electron/workbook/return-reader.ts'
import { problemSentence } from '../../shared/text/problem-sentences.ts'
import { loadMinsheng } from '../builders/demo-returns.ts'
import { temporaryFolder } from '../builders/run-cli.ts'

/** Every test here ends at its time limit when a file is left waiting. */
const { folder, remove } = temporaryFolder()
afterAll(remove)
const throws = new URL('./thread-that-throws.ts', import.meta.url)

function codes(outcomes: readonly PromiseSettledResult<unknown>[]): string[] {
  return outcomes.map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as { code: string }).code : 'read'))
}

describe('a reading thread that breaks while it is loaded', () => {
  test('refuses its file with a reason a clerk can act on, and a whole stack of files too', async () => {
    const reader = startReturnReader({ scheme: loadMinsheng() }, throws)
    const files = await Promise.all(Array.from({ length: 40 }, (_, index) => reader.read(`${index}.xlsx`, new Uint8Array([index]))))
    expect(files.map((file) => (file.outcome === 'refused' ? file.problem.code : file.outcome))).toEqual(
      files.map(() => 'reader-not-started'),
    )
    const [first] = files
    expect(first?.outcome === 'refused' && problemSentence(first.problem, 'zh')).toMatch(/没有启动起来.*请关闭校统后重新打开/)
    expect(await reader.places(new Uint8Array(), [])).toEqual([])
    await reader.close()
  })

  test('is started three times and no more, however many files wait or come later', async () => {
    const marks = join(folder, 'starts')
    const pool = createReadingPool<number, number>({ workerUrl: throws, size: 1, timeoutMs: 20_000, memoryMb: 64, workerData: { marks } })
    expect(codes(await Promise.allSettled(Array.from({ length: 20 }, (_, job) => pool.run(job))))).toEqual(
      Array.from({ length: 20 }, () => 'cannot-start'),
    )
    expect(codes(await Promise.allSettled([pool.run(20), pool.run(21)]))).toEqual(['cannot-start', 'cannot-start'])
    await pool.close()
    expect(readFileSync(marks, 'utf8')).toBe('xxx')
  })
})

test('a thread that never becomes ready does not keep its file waiting', async () => {
  const pool = createReadingPool<number, number>({
    workerUrl: new URL('./thread-that-waits.ts', import.meta.url),
    size: 2,
    timeoutMs: 20_000,
    memoryMb: 64,
    startTimeoutMs: 300,
  })
  expect(codes(await Promise.allSettled([1, 2, 3, 4, 5].map((job) => pool.run(job))))).toEqual(
    Array.from({ length: 5 }, () => 'cannot-start'),
  )
  await pool.close()
})

test('a thread that cannot even be made refuses every file', async () => {
  const pool = createReadingPool<number, number>({
    workerUrl: throws,
    size: 1,
    timeoutMs: 20_000,
    memoryMb: 64,
    workerData: { clock: () => 0 },
  })
  expect(codes(await Promise.allSettled([1, 2, 3, 4, 5].map((job) => pool.run(job))))).toEqual(
    Array.from({ length: 5 }, () => 'cannot-start'),
  )
  await pool.close()
})

test('a job that cannot cross to its thread costs only itself; the next is read', async () => {
  const pool = createReadingPool<unknown, { value: number }>({
    workerUrl: new URL('../electron/workbook/threads/try-worker.ts', import.meta.url),
    size: 1,
    timeoutMs: 20_000,
    memoryMb: 64,
  })
  const outcomes = await Promise.allSettled([pool.run(() => 0), pool.run({ do: 'double', value: 21 })])
  expect(outcomes).toMatchObject([
    { status: 'rejected', reason: { code: 'reading-failed' } },
    { status: 'fulfilled', value: { value: 42 } },
  ])
  await pool.close()
})
