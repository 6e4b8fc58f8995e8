import type { Fact } from '../../shared/filing/facts.ts'
import type { Unit } from '../../shared/unit/unit.ts'
import { seeded } from './read-fixtures.ts'

/** The size of a large county: 600 input cells per school in six tables, 24 townships. */
export const benchCounty = { tables: 6, rows: 10, columns: 10, townships: 24 } as const

const two = (number: number): string => String(number).padStart(2, '0')

/**
 * The scheme's text: six grids of 10 × 10 inputs with totals, two checks each, ten indicators. The scheme's workbooks have the size that
 * the goals of docs/performance.md are for: about 36 KB, 1,400 values, 600 names.
 */
export function benchScheme(): string {
  const tables = Array.from(
    { length: benchCounty.tables },
    (_, index) => `
  - code: B${index + 1}
    title: 第 ${index + 1} 表
    filed-by: school
    defaults: { min: 0, max: 99999, quantity: 人 }
    columns:
${Array.from({ length: benchCounty.columns }, (_, column) => `      - { code: '${column + 1}', title: 第${column + 1}栏 }`).join('\n')}
      - { code: '99', title: 合计, formula: 'SUM([.1:${benchCounty.columns}])' }
    rows:
${Array.from({ length: benchCounty.rows }, (_, row) => `      - { code: '${two(row + 1)}', title: 第${row + 1}行 }`).join('\n')}
      - { code: '99', title: 总计, subtotal: true, formula: 'SUM([01:${two(benchCounty.rows)}])' }`,
  )
  const checks = Array.from(
    { length: benchCounty.tables },
    (_, index) => `
  - { id: C${index + 1}, level: error, rule: '[B${index + 1}.02.99] <= [B${index + 1}.01.99]', because: 部分不大于总体 }
  - { id: Q${index + 1}, level: query, rule: '[B${index + 1}.99.1] <= 3 * [B${index + 1}.99.2]', ask: 请说明 }`,
  )
  const indicators = Array.from(
    { length: 10 },
    (_, index) => `
  - { code: 指标${index + 1}, formula: '[B1.${two(index + 1)}.99] / [B2.${two(index + 1)}.99]', show: '0.00%' }`,
  )
  return `scheme: bench\nversion: '1'\ntitle: 性能试验\nperiod: year\nunits: { school: kind = 小学 }\ntables:${tables.join('')}\nchecks:${checks.join('')}\nindicators:${indicators.join('')}\n`
}

/** The scheme's text with an indicator and a score across schools, so that the county's outputs need the cells of each school. */
export function benchSchemeAcross(): string {
  return `${benchScheme()}  - { code: 差异系数, formula: 'CV([B1.99.1] / [B2.99.1])', show: '0.00' }
evaluation: { full: 2, items: [{ code: '1', title: 规模, points: 1, score: 'IF(MAXU([B1.99.99]) > 0, 1, 0)' }, { code: '2', title: 组织, points: 1, score: manual }] }
`
}

/** The schools, spread over the townships. */
export function benchUnits(count: number): Unit[] {
  return Array.from({ length: count }, (_, index) => ({
    code: `2134${String(index + 1).padStart(6, '0')}`,
    name: `第${index + 1}小学`,
    kind: '小学',
    township: `第${(index % benchCounty.townships) + 1}镇`,
    class: '220',
    parent: '',
  }))
}

/** The 600 figures of a school, the same for the same number; row 02 never exceeds row 01. */
export function benchFacts(school: number): Map<string, Fact> {
  const random = seeded(school)
  const facts = new Map<string, Fact>()
  for (let table = 1; table <= benchCounty.tables; table += 1) {
    for (let row = 1; row <= benchCounty.rows; row += 1) {
      for (let column = 1; column <= benchCounty.columns; column += 1) {
        const base = 100 + Math.floor(random() * 900)
        facts.set(`B${table}.${two(row)}.${column}`, (row === 1 ? base + 1000 : base) * 10_000)
      }
    }
  }
  return facts
}
