import { expect, test } from 'vitest'
import type { WorkbookInput } from '../../../../electron/workbook/write-form/input.ts'
import { parseScheme } from '../../../../shared/scheme/parse-scheme.ts'
import { openWorkbook, type Opened } from './open-workbook.ts'
import { count, sampleInput } from './sample.ts'

/** The longest formula of Excel, in characters; Excel offers to repair a file with a longer one. */
const longest = 8192

/** A sum that is much longer in a spreadsheet than in the scheme: each term names a sheet; `more` terms are of two characters. */
type Sum = { terms: number; more: number }
const sum = (first: string, { terms, more }: Sum): string => first + '+[A.1.1]'.repeat(terms) + '+1'.repeat(more)
const short: Sum = { terms: 0, more: 0 }

/** A form, and a list with a computed column and its fourth line filled in (row 10, because addresses are longer there); a rule of each. */
function inputWith({ column = short, lineRule = short, rule = short }: { column?: Sum; lineRule?: Sum; rule?: Sum }): WorkbookInput {
  const parsed = parseScheme(
    `
scheme: changshi
version: '2021.1'
title: 长公式
issuer: 样例县教育局
period: year
deadlines: { units: 12-10 }
units:
  school: kind in [小学]
tables:
  - code: A
    title: 在校生
    short: ${'在校生情况'.repeat(4)}
    filed-by: school
    columns: [{ code: '1', title: 人数 }]
    rows: [{ code: '1', title: 合计, type: integer }]
  - code: B
    kind: list
    title: 培训
    filed-by: school
    columns:
      - { code: 人次, title: 人次, type: integer }
      - { code: 合计, title: 合计, type: integer, formula: '${sum('[.人次]', column)}' }
checks:
  - { id: B-1, level: error, for: B, rule: '${sum('[.人次]', lineRule)} > 0', because: 长 }
  - { id: A-1, level: error, for: A, rule: '${sum('[1.1]', rule)} > 0', because: 长 }
`,
    'long.yaml',
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return sampleInput(
    { 'A.1.1': count(3), 'B.4.人次': count(2) },
    { scheme: parsed.scheme, tables: parsed.scheme.tables, parameters: new Map() },
  )
}

/** The length of the longest formula of a workbook. */
const lengthIn = (opened: Opened): number =>
  Math.max(
    ...opened.book.SheetNames.flatMap((sheet) =>
      Object.values(opened.book.Sheets[sheet] ?? {}).map((cell) => String((cell as { f?: string } | undefined)?.f ?? '').length),
    ),
  )

test.each<[what: string, which: 'column' | 'lineRule' | 'rule', sheet: string, address: string, value: (sum: Sum) => unknown]>([
  ['the computed column of a list', 'column', 'B 培训', 'C10', ({ terms, more }) => 2 + 3 * terms + more],
  ['the mark of a rule on a line', 'lineRule', 'B 培训', 'E10', () => '✔'],
  ['the mark of a rule on 审核', 'rule', '审核', 'F6', () => '✔'],
])(
  '%s is a formula as long as Excel takes it; a longer one is left out, and what it comes to stands there',
  async (_what, which, sheet, address, value) => {
    const written = (sum: Sum): Promise<Opened> => openWorkbook(inputWith({ [which]: sum }))
    const [few, one] = [lengthIn(await written({ terms: 100, more: 0 })), lengthIn(await written({ terms: 101, more: 0 }))]
    const terms = 100 + Math.floor((longest - few) / (one - few))
    const more = Math.floor((longest - few - (terms - 100) * (one - few)) / 2)

    const fitting = await written({ terms, more })
    expect(lengthIn(fitting)).toBeGreaterThan(longest - 2)
    expect(fitting.at(sheet, address)?.f).toBeDefined()
    const longer = await written({ terms, more: more + 1 })
    expect(lengthIn(longer)).toBeLessThanOrEqual(longest)
    expect(longer.at(sheet, address)?.f).toBeUndefined()
    expect(longer.at(sheet, address)).toMatchObject({ v: value({ terms, more: more + 1 }) })
  },
)
