import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { builtIn } from './built-in.ts'

const ids = readdirSync(new URL('../../../shared/schemes/', import.meta.url))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -5))

test.each(ids)('%s: a target is written as its indicator is shown, a percentage as a percentage', (id) => {
  const mixed = builtIn(id).indicators.filter(({ show, target }) => target !== null && show.endsWith('%') !== target.source.endsWith('%'))
  expect(mixed.map(({ code, target }) => `${code} ${target?.source}`)).toEqual([])
})

test('a coverage just short of its target does not look as if it reached it', () => {
  const shows = new Map(builtIn('minsheng').indicators.map(({ code, show }) => [code, show]))
  expect([shows.get('营养餐受益学生覆盖率'), shows.get('食堂供餐覆盖率')]).toEqual(['0.##%', '0.##%'])
})
