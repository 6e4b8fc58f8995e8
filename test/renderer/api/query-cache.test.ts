import { expect, test } from 'vitest'
import { createQueryCache } from '../../../renderer/api/query-cache.ts'

test('the same request is asked once however many ask', async () => {
  const cache = createQueryCache()
  let asked = 0
  const ask = () => cache.read('/api/units', async () => (asked += 1))
  await Promise.all([ask(), ask(), ask()])
  expect(asked).toBe(1)
  expect(cache.entry('/api/units').data).toBe(1)
})

test('after a change the answer is read again, and the old one stays meanwhile', async () => {
  const cache = createQueryCache()
  await cache.read('/api/units', async () => 'old')
  cache.invalidate(['/api/un'])
  expect(cache.entry('/api/units')).toMatchObject({ data: 'old', stale: true })
  await cache.read('/api/units', async () => 'new')
  expect(cache.entry('/api/units')).toMatchObject({ data: 'new', stale: false })
})

test('an answer that was overtaken by a change does not come back', async () => {
  const cache = createQueryCache()
  let answer: (value: string) => void = () => undefined
  const reading = cache.read(
    '/api/units',
    () =>
      new Promise((resolve) => {
        answer = resolve
      }),
  )
  cache.invalidate()
  cache.put('/api/units', 'put')
  answer('late')
  await reading
  expect(cache.entry('/api/units').data).toBe('put')
})

test('a failure is kept for showing, and the last good answer with it', async () => {
  const cache = createQueryCache()
  await cache.read('/api/x', async () => 'good')
  cache.invalidate()
  await cache.read('/api/x', () => Promise.reject(new Error('gone')))
  expect(cache.entry('/api/x')).toMatchObject({ data: 'good', failure: new Error('gone') })
})

test('only who asked for a request hears of it', async () => {
  const cache = createQueryCache()
  let heard = 0
  const leave = cache.subscribe('/api/a', () => {
    heard += 1
  })
  await cache.read('/api/b', async () => 1)
  expect(heard).toBe(0)
  await cache.read('/api/a', async () => 1)
  expect(heard).toBe(2)
  leave()
  cache.invalidate()
  expect(heard).toBe(2)
})
