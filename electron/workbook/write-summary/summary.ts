import type { Summary } from '../../../shared/summary/summary.ts'
import { drawnFile, newWorkbook } from '../write-form/template/new-workbook.ts'
import { addEvaluationSheet, addFindingsSheet, addGroupsSheet, addIndicatorSheet } from './summary-lists.ts'
import { addSummaryTable } from './summary-table.ts'
import { sheetNames } from '../write-form/placement/sheet-names.ts'
import { compileTemplate, fillTemplate } from '../write-form/template/template.ts'

/** The names of the sheets without a table. */
const summarySheets = { groups: '汇总范围', indicators: '指标', evaluation: '评价', findings: '汇总审核' } as const

/**
 * Writes a summary as a workbook: the sheet of groups, one sheet per table headed as printed with each group's totals as
 * numbers, then indicators, evaluation and failed checks of totals. The same input gives the same bytes.
 */
export async function writeSummary(input: Summary): Promise<Uint8Array> {
  const workbook = await newWorkbook()
  addGroupsSheet(workbook, summarySheets.groups, input)
  const names = sheetNames(input.tables, Object.values(summarySheets))
  for (const table of input.tables) addSummaryTable(workbook, names.get(table.code) ?? table.code, table, input)
  if (input.groups.some((group) => group.indicators.length > 0)) addIndicatorSheet(workbook, summarySheets.indicators, input)
  if (input.evaluation !== null) addEvaluationSheet(workbook, summarySheets.evaluation, input.scheme, input.evaluation)
  if (input.findings.length > 0) addFindingsSheet(workbook, summarySheets.findings, input.findings)
  return fillTemplate(compileTemplate(await drawnFile(workbook), [], [], []), () => null, input.time)
}
