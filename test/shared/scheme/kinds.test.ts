import { expect, test } from 'vitest'
import { kindsThatFile } from '../../../shared/scheme/kinds.ts'
import { parseScheme } from '../../../shared/scheme/parse-scheme.ts'
import { tablesOf } from '../../../shared/scheme/conditions.ts'
import { aUnit, builtIn } from '../schemes/built-in.ts'

function kindsOf(...conditions: string[]): string[] | null {
  const tables = conditions.map(
    (_, i) => `  - { code: T${i}, title: 表, filed-by: u${i}, columns: [{ code: '1', title: 数 }], rows: [{ code: '01', title: 行 }] }`,
  )
  const loaded = parseScheme(
    [
      'scheme: s',
      "version: '1'",
      'title: 方案',
      'issuer: 局',
      'period: year',
      'units:',
      ...conditions.map((condition, i) => `  u${i}: '${condition}'`),
      'tables:',
      ...tables,
    ].join('\n'),
    's.yaml',
  )
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return kindsThatFile(loaded.scheme)
}

test('the kinds that a scheme asks for, each once, in the order of its tables', () => {
  expect(kindsOf('kind in [小学, 教学点]', 'kind = 教育局', 'kind in [幼儿园, 小学] AND township = 青峰镇')).toEqual([
    '小学',
    '教学点',
    '教育局',
    '幼儿园',
  ])
})

test('nothing is said of kinds where a table is filed whatever the kind', () => {
  expect(kindsOf('kind = 小学', 'township = 青峰镇')).toBeNull()
  expect(kindsOf('kind = 小学', 'kind <> 教育局')).toBeNull()
})

test('of 教育民生工程, every kind named files something, and 完小 is none of them', () => {
  const scheme = builtIn('minsheng')
  const kinds = kindsThatFile(scheme) ?? []
  expect(kinds).not.toContain('完小')
  for (const kind of kinds) expect(tablesOf(scheme, aUnit({ kind })).length, kind).toBeGreaterThan(0)
})
