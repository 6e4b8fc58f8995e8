import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { ReadingPool, ReadingPoolOptions } from '../../../../electron/workbook/threads/pool.ts'
import { createReadingPool } from '../../../../electron/workbook/threads/pool.ts'
import type { TryJob, TryResult } from './try-worker.ts'

const pools: ReadingPool<TryJob, TryResult>[] = []

function makePool(options: Partial<ReadingPoolOptions> = {}): ReadingPool<TryJob, TryResult> {
  const pool = createReadingPool<TryJob, TryResult>({
    workerUrl: new URL('./try-worker.ts', import.meta.url),
    size: 2,
    timeoutMs: 20_000,
    memoryMb: 64,
    ...options,
  })
  pools.push(pool)
  return pool
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
})

const fine: TryJob = { do: 'double', value: 21 }

describe('a pool of readers', () => {
  test('does jobs and gives each its own result', async () => {
    const pool = makePool()
    const results = await Promise.all(Array.from({ length: 20 }, (_, value) => pool.run({ do: 'double', value })))
    expect(results.map((result) => result.value)).toEqual(Array.from({ length: 20 }, (_, value) => value * 2))
    expect(new Set(results.map((result) => result.thread)).size).toBeLessThanOrEqual(2)
  })

  test('ends a job that hangs, and a fresh worker goes on with the next', async () => {
    const pool = makePool({ size: 1, timeoutMs: 2000 })
    const first = await pool.run(fine)
    const [hung, next] = await Promise.allSettled([pool.run({ do: 'hang' }), pool.run(fine)])
    expect(hung).toMatchObject({ status: 'rejected', reason: { code: 'took-too-long', allowed: 2000 } })
    expect(next).toMatchObject({ status: 'fulfilled', value: { value: 42 } })
    expect((next as PromiseFulfilledResult<TryResult>).value.thread).not.toBe(first.thread)
  })

  test('ends a job that swells, and a fresh worker goes on with the next', async () => {
    const pool = makePool({ size: 1 })
    await expect(pool.run({ do: 'swell' })).rejects.toMatchObject({ code: 'too-much-memory', allowed: 64 })
    expect((await pool.run(fine)).value).toBe(42)
  })

  test('a job that throws or ends its worker costs only itself', async () => {
    const pool = makePool({ size: 1 })
    const outcomes = await Promise.allSettled([pool.run({ do: 'throw' }), pool.run(fine), pool.run({ do: 'exit' }), pool.run(fine)])
    expect(outcomes).toMatchObject([
      { status: 'rejected', reason: { code: 'reading-failed', cause: { name: 'RangeError', message: 'on purpose' } } },
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'reading-failed' } },
      { status: 'fulfilled' },
    ])
  })

  test('a worker that cannot start refuses the jobs instead of trying for ever', async () => {
    const pool = makePool({ workerUrl: new URL('./no-such-worker.ts', import.meta.url) })
    const outcomes = await Promise.allSettled([pool.run(fine), pool.run(fine), pool.run(fine)])
    expect(outcomes.every((outcome) => outcome.status === 'rejected' && (outcome.reason as { code: string }).code === 'cannot-start')).toBe(
      true,
    )
  })

  test('jobs that lie ready at a worker that is lost are done by another, each once and in their order', async () => {
    const pool = makePool({ size: 1, ahead: 4, timeoutMs: 2000 })
    const order: string[] = []
    const run = async (job: TryJob, name: string): Promise<void> => {
      await pool.run(job).then(
        ({ value }) => order.push(`${name} ${value}`),
        (refusal: { code: string }) => order.push(`${name} ${refusal.code}`),
      )
    }
    await Promise.all([
      run({ do: 'double', value: 1 }, 'a'),
      run({ do: 'hang' }, 'b'),
      run({ do: 'double', value: 2 }, 'c'),
      run({ do: 'exit' }, 'd'),
      run({ do: 'double', value: 3 }, 'e'),
      run({ do: 'double', value: 4 }, 'f'),
    ])
    expect(order).toEqual(['a 2', 'b took-too-long', 'c 4', 'd reading-failed', 'e 6', 'f 8'])
  })

  test('a job that cannot cross to a worker costs only itself', async () => {
    const pool = makePool({ size: 1, ahead: 4 })
    const uncrossable = { do: 'double', value: (() => 1) as unknown as number } as const
    const outcomes = await Promise.allSettled([
      pool.run(uncrossable),
      pool.run(fine),
      pool.run(uncrossable),
      pool.run(uncrossable),
      pool.run(fine),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'rejected', 'fulfilled'])
  })

  test('closing refuses what waits and what runs, and takes no more', async () => {
    const pool = makePool({ size: 1 })
    const jobs = Promise.allSettled([pool.run({ do: 'hang' }), pool.run(fine)])
    await pool.close()
    expect((await jobs).map((outcome) => (outcome as PromiseRejectedResult).reason.code as string)).toEqual(['closed', 'closed'])
    await expect(pool.run(fine)).rejects.toMatchObject({ code: 'closed' })
  })
})

test('closing lets a reader with nothing to do end of itself', async () => {
  const word = join(mkdtempSync(join(tmpdir(), 'xiaotong-pool-')), 'word')
  const pool = makePool({ size: 1 })
  await pool.run({ do: 'leave-word', path: word })
  await pool.close()
  expect(existsSync(word)).toBe(true)
})
