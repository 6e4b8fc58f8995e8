import { expect, test } from 'vitest'
import { createQueryCache } from '../../../renderer/api/query-cache.ts'

test('the same request is asked once however many ask', async () => {
  const cache = createQueryCache()
  let asked = 0
  const ask = () => cache.read('/api/units', ['roster'], async () => (asked += 1))
  await Promise.all([ask(), ask(), ask()])
  expect(asked).toBe(1)
  expect(cache.entry('/api/units').data).toBe(1)
})

test('after a change the answer is read again, and the old one stays meanwhile', async () => {
  const cache = createQueryCache()
  await cache.read('/api/units', ['roster'], async () => 'old')
  cache.changed(['filings', 'roster'])
  expect(cache.entry('/api/units')).toMatchObject({ data: 'old', stale: true })
  await cache.read('/api/units', ['roster'], async () => 'new')
  expect(cache.entry('/api/units')).toMatchObject({ data: 'new', stale: false })
})

test('an answer that was overtaken by a change does not come back', async () => {
  const cache = createQueryCache()
  let answer: (value: string) => void = () => undefined
  const reading = cache.read(
    '/api/units',
    ['roster'],
    () =>
      new Promise((resolve) => {
        answer = resolve
      }),
  )
  cache.changed(['roster'])
  cache.put('/api/units', ['roster'], 'put')
  answer('late')
  await reading
  expect(cache.entry('/api/units').data).toBe('put')
})

test('a failure is kept for showing, and the last good answer with it', async () => {
  const cache = createQueryCache()
  await cache.read('/api/x', ['roster'], async () => 'good')
  cache.changed(['roster'])
  await cache.read('/api/x', ['roster'], () => Promise.reject(new Error('gone')))
  expect(cache.entry('/api/x')).toMatchObject({ data: 'good', failure: new Error('gone') })
})

test('only who asked for a request hears of it', async () => {
  const cache = createQueryCache()
  let heard = 0
  const leave = cache.subscribe('/api/a', () => {
    heard += 1
  })
  await cache.read('/api/b', ['roster'], async () => 1)
  expect(heard).toBe(0)
  await cache.read('/api/a', ['roster'], async () => 1)
  expect(heard).toBe(2)
  leave()
  cache.changed(['roster'])
  expect(heard).toBe(2)
})

test('what does not depend on what was changed is not read again', async () => {
  const cache = createQueryCache()
  await cache.read('/api/units', ['roster', 'filings'], async () => 'units')
  cache.changed(['scores', 'parameters'])
  expect(cache.entry('/api/units').stale).toBe(false)
})

test('an answer asked for before everything was forgotten is not taken for one asked for afterwards', async () => {
  const cache = createQueryCache()
  let late: (value: string) => void = () => undefined
  const before = cache.read('/api/x', ['roster'], () => new Promise((resolve) => (late = resolve)))
  cache.clear()
  await cache.read('/api/x', ['roster'], async () => 'new')
  late('old')
  await before
  expect(cache.entry('/api/x').data).toBe('new')
})
