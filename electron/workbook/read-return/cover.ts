import type { SignOff } from '../../../shared/api/common.ts'
import { parseDate } from '../../../shared/period/parse-date.ts'
import { problem } from '../../../shared/problem.ts'
import type { PeriodKind } from '../../../shared/period/period.ts'
import { coverSheet, signFields, signTitles, type SignField } from '../manifest.ts'
import type { XlsxBook, XlsxCell, XlsxSheet, XlsxTarget } from '../xlsx/book.ts'
import { serialToIso } from '../xlsx/serial-date.ts'
import type { ReturnManifest } from './manifest.ts'
import { plainLabel } from './plain-label.ts'
import { addProblem, addStructureProblem, type ReadFindings } from './read-findings.ts'

type Found = { sheet: XlsxSheet; cell: XlsxCell; text: string }

/** The labelled texts for the unit, the period and the sign-off: the content right of a label, or behind its colon. */
export type CoverWords = {
  code: Found | null
  name: Found | null
  period: string | null
  sign: Readonly<Partial<Record<SignField, Found>>>
}

const codeTitles = ['单位代码', '学校代码', '学校标识码', '代码']
const nameTitles = ['填报单位', '单位名称', '学校名称', '填报单位名称']
const signTitle = new Map<string, SignField>(signFields.map((field) => [signTitles[field], field]))
const allTitles = new Set([...codeTitles, ...nameTitles, ...signTitle.keys(), '制定机关', '报告期'])
/** The first characters of labels and periods; most texts of a sheet begin otherwise and are skipped at once. */
const mayBegin = /^[\s\d单学代填统联报制２０]/u
const searchedRows = 60
const longestSign = 40

/** Reads 封面; without a 封面 that names the unit, also all other sheets that are not very hidden. */
export function readCoverWords(book: XlsxBook, kind: PeriodKind, signs: ReadonlyMap<string, XlsxTarget>): CoverWords {
  const shown = book.sheets.filter((sheet) => sheet.hasCells && sheet.state !== 'veryHidden')
  const signed = [...signs.values()][0]?.sheet.toLowerCase()
  const cover = shown.find((sheet) => sheet.name === coverSheet) ?? shown.find((sheet) => sheet.name.toLowerCase() === signed)
  const words: Words = { code: null, name: null, period: null, sign: {} }
  if (cover !== undefined) collect(words, cover, kind)
  if (words.code === null && words.name === null) for (const sheet of shown) if (sheet !== cover) collect(words, sheet, kind)
  return words
}

type Words = { -readonly [Key in keyof CoverWords]: CoverWords[Key] } & { sign: Partial<Record<SignField, Found>> }

function collect(words: Words, sheet: XlsxSheet, kind: PeriodKind): void {
  for (const cell of sheet.cells) {
    if (cell.row > searchedRows) return
    if (cell.kind !== 'text' || cell.formula || cell.text.length > 120 || !mayBegin.test(cell.text)) continue
    const label = plainLabel(cell.text)
    words.period ??= periodOf(label, kind)
    const colon = label.indexOf(':')
    const title = colon < 0 ? label : label.slice(0, colon)
    if (!allTitles.has(title)) continue
    const value = valueOf(sheet, cell, colon < 0 || colon === label.length - 1)
    if (value === null) continue
    const field = signTitle.get(title)
    if (field !== undefined) words.sign[field] ??= value
    else if (codeTitles.includes(title)) words.code ??= value
    else if (nameTitles.includes(title)) words.name ??= value
  }
}

function valueOf(sheet: XlsxSheet, label: XlsxCell, beside: boolean): Found | null {
  if (!beside) return { sheet, cell: label, text: label.text.slice(label.text.search(/[:：]/) + 1).trim() }
  for (let step = 1; step <= 3; step += 1) {
    const cell = sheet.at(label.row, label.column + step)
    if (cell === undefined) continue
    const { text } = cell
    return text.trim() === '' || allTitles.has(plainLabel(text).replace(/:.*$/, '')) ? null : { sheet, cell, text }
  }
  return null
}

/** The period of a label such as 「2021 年度」「2021–2022 学年第一学期」, for a workbook that has lost its hidden sheet; null for other labels. */
function periodOf(label: string, kind: PeriodKind): string | null {
  const text = label.replace(/^报告期:/, '').replace(/[–—~至]/g, '-')
  const year =
    kind === 'year'
      ? /^(\d{4})年度?$/.exec(text)
      : kind === 'month'
        ? /^(\d{4})年(\d{1,2})月$/.exec(text)
        : /^(\d{4})-(\d{4})学年(?:第([一二])学期)?$/.exec(text)
  if (year === null) return null
  if (kind === 'year') return year[1] ?? null
  if (kind === 'month') return `${year[1] ?? ''}-${(year[2] ?? '').padStart(2, '0')}`
  const years = `${year[1] ?? ''}-${year[2] ?? ''}`
  if (kind === 'school-year') return years
  return year[3] === undefined ? null : `${years}-${year[3] === '一' ? 1 : 2}`
}

/**
 * Determines the unit of a return. The hidden sheet counts unless the visible cells give another code: a workbook copied from
 * another school has no unit until somebody has looked (docs/design/promises.md: Promise 5). Another name is only reported.
 */
export function unitOfReturn(
  report: ReadFindings,
  manifest: ReturnManifest | null,
  words: CoverWords,
): { code: string | null; name: string | null } {
  if (manifest === null) return { code: words.code?.text.trim() ?? null, name: words.name?.text.trim() ?? null }
  const inside = { code: manifest.unitCode || null, name: manifest.unitName || null }
  const differs = (found: Found | null, held: string | null): found is Found =>
    found !== null && held !== null && plainLabel(found.text) !== plainLabel(held)
  const otherCode = differs(words.code, inside.code) && plainLabel(words.code.text) !== inside.code?.replace(/^0+/, '')
  const other = otherCode ? words.code : differs(words.name, inside.name) ? words.name : null
  if (other === null) return inside
  const held = otherCode ? inside.code : inside.name
  addStructureProblem(
    report,
    problem('unit-disagrees', { cover: other.text, inside: `${inside.code ?? ''} ${inside.name ?? ''}`.trim() }),
    { sheet: other.sheet, row: other.cell.row, column: other.cell.column, found: other.text, expected: held ?? '' },
  )
  return otherCode ? { code: null, name: null } : inside
}

/** Reads the sign-off of 封面 by its labels, and by the defined names when a label is gone. */
export function readSignOff(report: ReadFindings, book: XlsxBook, words: CoverWords, signs: ReadonlyMap<string, XlsxTarget>): SignOff {
  const text = (field: SignField): string => {
    const found = words.sign[field] ?? namedCell(book, signs.get(field))
    if (found === undefined) return ''
    if (found.text.length > longestSign)
      addProblem(report, problem('text-too-long', { length: found.text.length, maximum: longestSign }), at(found, signTitles[field]))
    return found.text.slice(0, longestSign)
  }
  return {
    head: text('head'),
    statistician: text('statistician'),
    filler: text('filler'),
    phone: text('phone'),
    reportedOn: reportedOn(report, book, words.sign.reportedOn ?? namedCell(book, signs.get('reportedOn'))),
  }
}

function reportedOn(report: ReadFindings, book: XlsxBook, found: Found | undefined): string | null {
  if (found === undefined) return null
  const text = found.text.normalize('NFKC').trim()
  const day =
    parseDate(text) ??
    (found.cell.kind === 'number' ? parseDate(serialToIso(found.cell.text, book.date1904 ? 1904 : 1900)?.slice(0, 10) ?? '') : null)
  if (day === null) addProblem(report, problem('not-a-date', { found: found.text.slice(0, longestSign) }), at(found, signTitles.reportedOn))
  return day
}

function namedCell(book: XlsxBook, target: XlsxTarget | undefined): Found | undefined {
  const sheet =
    target === undefined ? undefined : book.sheets.find((one) => one.hasCells && one.name.toLowerCase() === target.sheet.toLowerCase())
  const cell = target === undefined ? undefined : sheet?.at(target.row, target.column)
  return sheet === undefined || cell === undefined || cell.text.trim() === '' ? undefined : { sheet, cell, text: cell.text }
}

function at(
  { sheet, cell, text }: Found,
  expected: string,
): { sheet: XlsxSheet; row: number; column: number; found: string; expected: string } {
  return { sheet, row: cell.row, column: cell.column, found: text, expected }
}
