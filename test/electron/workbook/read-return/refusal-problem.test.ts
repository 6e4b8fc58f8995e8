import { expect, test } from 'vitest'
import { refusalProblem } from '../../../../electron/workbook/read-return/refusal-problem.ts'
import { readXlsx } from '../../../../electron/workbook/xlsx/read-xlsx.ts'
import type { XlsxRefusalCode } from '../../../../electron/workbook/xlsx/refusal.ts'
import { XlsxRefusal } from '../../../../electron/workbook/xlsx/refusal.ts'
import { problem, type Problem } from '../../../../shared/problem.ts'
import { damageWords, fileDamages } from '../../../../shared/text/file-damage.ts'
import { fileDamage } from '../../../../shared/text/zh/file-damage.ts'
import { problemSentence } from '../../../../shared/text/problem-sentences.ts'
import { buildXlsx } from '../../../builders/xlsx-builder.ts'

/** Names that a clerk reads on her own screen; any other Latin word in a Chinese sentence is the program's own. */
const KNOWN = /Excel|WPS|CSV|PDF|XML|JSON|RTF|Word|OpenDocument|\.xlsx|\.xlsb|\.xls|\.ods|\.et|U 盘|MB/g

const codes: Record<XlsxRefusalCode, true> = {
  empty: true,
  'not-a-workbook': true,
  'old-xls': true,
  'wps-et': true,
  password: true,
  damaged: true,
  unsafe: true,
  'too-large': true,
  'too-many-entries': true,
  'too-many-sheets': true,
  'too-many-cells': true,
  'too-many-names': true,
}
const kinds = [
  'csv',
  'text',
  'html',
  'xml',
  'xml-spreadsheet-2003',
  'json',
  'pdf',
  'rtf',
  'word',
  'powerpoint',
  'ods',
  'xlsb',
  'zip',
  'rar',
  '7z',
  'gzip',
  'image',
  'database',
  'ole',
  'what-is-this',
]

/** Every possible refusal, as the problem for a person. */
function everyRefusal(): Problem[] {
  const ofReader = (Object.keys(codes) as XlsxRefusalCode[]).flatMap((code) => [
    ...fileDamages.map((reason) => new XlsxRefusal(code, { reason, part: 'xl/worksheets/sheet1.xml', allowed: 1000 })),
    ...(['file', 'part', 'unpacked', 'text', 'shared-strings', 'names', 'merges'] as const).map(
      (reason) => new XlsxRefusal(code, { reason, allowed: 67_108_864 }),
    ),
    ...kinds.map((found) => new XlsxRefusal(code, { found })),
  ])
  const stopped: Problem[] = [
    problem('file-took-too-long', { seconds: 20 }),
    problem('file-too-much-memory', { megabytes: 512 }),
    problem('reader-not-started', {}),
    problem('cancelled', {}),
    problem('file-damaged', { why: 'xl/workbook.xml zip-end-missing', sheet: null }),
  ]
  return [...ofReader.map(refusalProblem), ...stopped]
}

test('no refusal tells a clerk an English word for what is wrong', () => {
  const sentences = new Set(everyRefusal().map((one) => problemSentence(one, 'zh')))
  expect(sentences.size).toBeGreaterThan(40)
  expect([...sentences].filter((sentence) => /[a-z]/i.test(sentence.replace(KNOWN, '')))).toEqual([])
})

test('every refusal says in both languages what to do, and no word of the reader shows', () => {
  for (const one of everyRefusal()) {
    if (one.code !== 'cancelled') expect(problemSentence(one, 'zh')).toMatch(/请.+。$/)
    expect(problemSentence(one, 'en')).not.toMatch(/[a-z]-[a-z]+-[a-z]|xl\/|\(\)/)
  }
})

test('a file that broke off in the middle says so', () => {
  const whole = buildXlsx({ sheets: [{ name: '表1', cells: { A1: 1 } }] })
  expect(sentenceFor(whole.subarray(0, whole.length - 30))).toContain('文件不完整，可能没有复制完')
})

test('what is broken on a sheet names the sheet', () => {
  const broken = buildXlsx({ sheets: [{ name: '营养', cells: { A1: { type: 'b', value: 'maybe' } } }] })
  expect(sentenceFor(broken)).toContain('（在工作表“营养”）')
})

test('a word kept by another version is never shown', () => {
  expect(damageWords(fileDamage, 'constructor')).toBe(damageWords(fileDamage, 'not-known-here'))
})

function sentenceFor(bytes: Uint8Array): string {
  try {
    for (const sheet of readXlsx(bytes).sheets) void sheet.cells.length
  } catch (error) {
    if (error instanceof XlsxRefusal) return problemSentence(refusalProblem(error), 'zh')
    throw error
  }
  throw new Error('the file was read')
}
