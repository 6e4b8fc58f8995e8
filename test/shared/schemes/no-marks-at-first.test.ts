import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scoreEvaluation, type ScoredItem } from '../../../shared/evaluation/score.ts'
import { aUnit, builtIn, filed } from './built-in.ts'

const folder = new URL('../../../shared/schemes/', import.meta.url)
const schemes = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length))

function everyItem(items: readonly ScoredItem[]): ScoredItem[] {
  return items.flatMap((item) => [item, ...everyItem(item.items)])
}

test.each(schemes)('%s gives no marks before anything was filed or scored', (id) => {
  const scheme = builtIn(id)
  if (scheme.evaluation === null) return
  const scored = scoreEvaluation(
    scheme.evaluation,
    filed(scheme, aUnit({ kind: '教育局' }), scheme.period === 'term' ? '2021-1' : '2021', {}),
    new Map(),
  )
  expect(scored.score).toBeNull()
  expect(scored.grade).toBeNull()
  expect(
    everyItem(scored.items)
      .filter((one) => one.score !== null)
      .map((one) => one.item.code),
  ).toEqual([])
})
