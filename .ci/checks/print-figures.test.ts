import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EvaluationView, GroupTotals } from '../../shared/api/consolidation.ts'
import { gridModel } from '../../renderer/grid/grid-model.ts'
import { linesIn, shownTotals } from '../../renderer/pages/consolidate/totals-model.ts'
import { copyOfDemoCounty, demoFolder } from '../../test/builders/demo-folder.ts'
import { loadMinsheng } from '../../test/builders/demo-returns.ts'
import { startProgram, type Program } from '../../test/builders/program.ts'
import { demoInputsByUnit, demoUnits } from '../../test/builders/returns.ts'
import { temporaryFolder } from '../../test/builders/run-cli.ts'

/** The text of a printed PDF, read by Poppler, has every figure of the program's answers, table by table. */
const { folder, remove } = temporaryFolder()
const scheme = loadMinsheng()
let program: Program

beforeAll(async () => {
  program = await startProgram(folder, await copyOfDemoCounty(folder))
}, 600_000)
afterAll(() => {
  program.close()
  remove()
})

/** The text of each page of a PDF. */
function pagesOf(path: string): string[] {
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).split('\f')
}

/** The text of all pages that contain a title; white space does not count. */
function pagesWith(pages: readonly string[], title: string): string {
  const bare = title.replace(/\s/g, '')
  return pages.filter((page) => page.replace(/\s/g, '').includes(bare)).join('\n')
}

/** The figures that stand in the text less often than in the table. */
function missingFigures(text: string, figures: readonly string[]): string[] {
  const count = new Map<string, number>()
  for (const word of text.split(/[\s　]+/)) count.set(word, (count.get(word) ?? 0) + 1)
  const missing: string[] = []
  for (const figure of figures) {
    const left = count.get(figure) ?? 0
    if (left === 0) missing.push(figure)
    count.set(figure, left - 1)
  }
  return missing
}

function figuresOf(code: string, cells: Record<string, string>): string[] {
  const table = scheme.tables.find((one) => one.code === code)
  if (table === undefined) return []
  const lines = linesIn(table, cells)
  const model = gridModel(scheme, table, lines)
  const rows = table.kind === 'grid' ? table.leafRows.length : lines
  return Array.from({ length: rows }, (_, row) =>
    shownTotals(model, row, cells).flatMap(({ text, align }) => (align === 'right' && /\d/.test(text) ? [text] : [])),
  ).flat()
}

describe('the county’s summary.pdf', () => {
  let pages: string[] = []
  beforeAll(async () => {
    pages = pagesOf(join((await demoFolder()).folder, 'summary.pdf'))
  }, 600_000)

  test.each(scheme.tables.map((table) => [table.code, table.title]))('%s %s holds every total', async (code, title) => {
    const { tables } = await program.ask<GroupTotals>('GET', '/api/consolidation')
    const figures = figuresOf(code, tables[code] ?? {})
    expect(figures.length).toBeGreaterThan(0)
    expect(missingFigures(pagesWith(pages, title), figures)).toEqual([])
  })

  test('holds every indicator and every score', async () => {
    const [group] = await program.ask<{ indicators: Record<string, { shown: string }> }[]>('GET', '/api/indicators?by=county')
    expect(
      missingFigures(
        pages.filter((page) => page.includes('指标')).join('\n'),
        Object.values(group?.indicators ?? {}).map(({ shown }) => shown),
      ),
    ).toEqual([])
    const view = await program.ask<EvaluationView>('GET', '/api/evaluation')
    expect(
      missingFigures(pagesWith(pages, '自评得分表'), [view.full, view.score ?? '', ...view.items.map((item) => item.score ?? '')]),
    ).toEqual([])
  })

  test('numbers its pages and says from how many units it is', () => {
    expect(pages.filter((page) => /第\s*\d+\s*页/.test(page)).length).toBe(pages.filter((page) => page.trim() !== '').length)
    expect(pages.join('')).toMatch(/汇总自\s*\d+\/\d+\s*个单位/)
  })
})

test.each(['小学', '中职', '九年一贯制', '教育局'])(
  'the printed form of a %s holds every figure of its filing',
  async (kind) => {
    const [unit = ''] = demoUnits(kind)
    const pdf = await program.raw('GET', `/api/filings/${unit}/form.pdf`)
    expect(pdf.status).toBe(200)
    const path = join(folder, `${unit}.pdf`)
    writeFileSync(path, new Uint8Array(await pdf.arrayBuffer()))
    const pages = pagesOf(path)
    const { tables } = await program.ask<GroupTotals>('GET', `/api/consolidation?by=unit&group=${unit}`)
    const input = demoInputsByUnit().get(unit)
    for (const table of input?.tables ?? []) {
      const figures = figuresOf(table.code, tables[table.code] ?? {})
      if (figures.length > 0) expect(missingFigures(pagesWith(pages, table.title), figures), table.code).toEqual([])
    }
    expect(input?.tables.length).toBeGreaterThan(1)
  },
  120_000,
)
