import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { toText } from '../../../shared/decimal/decimal.ts'
import { builtIn } from './built-in.ts'

const ids = readdirSync(new URL('../../../shared/schemes/', import.meta.url))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -5))
const changed = ids.flatMap((id) =>
  [...builtIn(id).parameters.values()]
    .filter(({ values }) => values.length > 1)
    .map((parameter) => [id, parameter.name, parameter] as const),
)

test('there are parameters whose value changed over the years', () => {
  expect(changed.length).toBeGreaterThan(5)
})

/** A parameter has one source for all its values, so a source with an amount must name every value. */
test.each(changed)('%s %s: the source names every value, or none', (_, __, { source, values }) => {
  const named = /(\d+)元/.test(source)
  const missing = named ? values.map(({ value }) => toText(value)).filter((value) => !source.includes(`${value}元`)) : []
  expect(missing).toEqual([])
})
