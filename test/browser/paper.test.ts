import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formHtml } from '../../electron/print/form.ts'
import type { PrintValue } from '../../electron/print/figures.ts'
import { summaryHtml } from '../../electron/print/summary.ts'
import { parseScheme } from '../../shared/scheme/parse-scheme.ts'
import type { Scheme } from '../../shared/scheme/scheme.ts'
import { school } from '../electron/print/print-scheme.ts'
import { launch } from './chromium.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

/** The built-in scheme, and one with a table too wide for a sheet of A4. */
const minsheng = loaded(readFileSync(new URL('../../shared/schemes/minsheng.yaml', import.meta.url), 'utf8'))
const wide = loaded(`
scheme: wide
version: '1'
title: 宽表
issuer: 县教育局
period: year
units: { school: kind = 小学 }
tables:
  - code: W
    title: 各年级分班情况
    filed-by: school
    defaults: { type: decimal, decimals: 4, min: 0, quantity: 万元 }
    columns:
${Array.from({ length: 12 }, (_, group) => `      - { title: 第${group + 1}组, columns: [${[1, 2, 3].map((leaf) => `{ code: '${group * 3 + leaf}', title: 金额之${leaf} }`).join(', ')}] }`).join('\n')}
    rows:
      - { code: '01', title: 名称很长的一行用来看看行标题在纸上怎样折行才不会出格 }
      - { code: '02', title: 合计 }
`)

function loaded(text: string): Scheme {
  const parsed = parseScheme(text, 'scheme.yaml')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.scheme
}

/** Values for all cells: the largest figures, long texts, and lists of forty lines. */
function fullValues(scheme: Scheme): Map<string, PrintValue> {
  const text = '一段相当长的文字说明，里面还有不能断开的ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
  const values = new Map<string, PrintValue>()
  const fill = (ref: string, type: string): void =>
    void values.set(ref, type === 'integer' || type === 'decimal' ? 9_999_999_9999 : type === 'date' ? '2021-12-31' : text)
  for (const [ref, cell] of scheme.cells) if (cell.state !== 'blocked') fill(ref, cell.type)
  for (const table of scheme.tables) {
    if (table.kind === 'list')
      for (let line = 1; line <= 40; line += 1) for (const [column, cell] of table.cells) fill(`${table.code}.${line}.${column}`, cell.type)
  }
  return values
}

/** Cells narrower than their content, figures broken over lines, and tables wider than their sheet. */
async function outOfPlace(html: string): Promise<string[]> {
  const page = await browser.newPage()
  await page.setContent(html)
  const found = await page.evaluate(() => {
    const cells = [...document.querySelectorAll<HTMLElement>('.grid td, .grid th, .plain td, .plain th')]
    const cut = cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => `cut: ${cell.textContent}`)
    const broken = cells
      .filter((cell) => cell.classList.contains('figure') && cell.getClientRects().length > 1)
      .map((cell) => `broken: ${cell.textContent}`)
    const over = [...document.querySelectorAll<HTMLElement>('section')]
      .filter((section) => section.scrollWidth > section.clientWidth + 1)
      .map((section) => `over: ${section.querySelector('h2')?.textContent ?? ''}`)
    return [...cut, ...broken, ...over]
  })
  await page.close()
  return found
}

function form(scheme: Scheme): string {
  return formHtml({
    scheme,
    tables: scheme.tables,
    unit: { ...school, name: '名称特别特别长的一所九年一贯制寄宿制中心学校（南校区）' },
    periodTitle: '2021 年度',
    values: fullValues(scheme),
    explanations: [{ check: 'A', cell: 'A.01.1', message: '较上年减少', text: '撤并' }],
    signOff: { head: '欧阳某某', statistician: '司马某某', filler: '诸葛某某', phone: '0564-7356021', reportedOn: '2021-12-09' },
    digest: '84903f9a',
    revision: 1,
    fontFaces: '',
  })
}

describe('on paper nothing is cut and nothing runs over the edge', () => {
  test('the built-in forms with the largest figures', async () => {
    expect(await outOfPlace(form(minsheng))).toEqual([])
  })

  test('a table too wide for A4 is printed in parts, each with its row titles and whole headings', async () => {
    const html = form(wide)
    expect(html).toContain('（续一）')
    expect(html.match(/<h2>各年级分班情况/g)?.length).toBe(html.match(/名称很长的一行/g)?.length)
    expect(await outOfPlace(html)).toEqual([])
  })

  test('the summary', async () => {
    const html = summaryHtml(
      {
        scheme: minsheng,
        collector: '县教育局',
        periodTitle: '2021 年度',
        tables: minsheng.tables,
        findings: [],
        evaluation: null,
        money: null,
        time: '',
        groups: [
          {
            title: '全县',
            filed: 183,
            expected: 186,
            missing: [],
            values: fullValues(minsheng),
            indicators: minsheng.indicators.map((indicator) => ({ indicator, value: null, shown: '1,234,567,890.1234', met: false })),
            roundings: new Map(),
          },
        ],
      },
      '',
    )
    expect(await outOfPlace(html)).toEqual([])
  })
})
