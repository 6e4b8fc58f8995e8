import { expect } from 'vitest'
import { writeWorkbook } from '../../../../electron/workbook/write-form/write-workbook.ts'
import type { Fact } from '../../../../shared/filing/facts.ts'
import { count, sampleInput } from '../write-form/sample.ts'
import { closeParts, openParts, type Parts } from './change-workbook.ts'
import type { Returned } from './returned.ts'

/** A filled return as written by the program, for trying changes of its rows, columns and sheets. */
export const grid = 'A1 在校生'
export const list = 'B-1 培训'
export const facts: Record<string, Fact> = {
  'A1.01.1': count(11),
  'A1.01.2': count(12),
  'A1.01.3': count(13),
  'A1.02.1': count(21),
  'A1.02.2': count(22),
  'A1.04.1': 123400,
  'A1.06.1': '照实填报',
  'A1.07.2': '食堂',
  'A1.08.3': '2021-09-01',
  'B-1.1.项目': '国培',
  'B-1.1.人次': count(120),
  'B-1.1.天数': count(5),
  'B-1.2.项目': '县培',
  'B-1.2.人次': count(30),
}
const explanations = new Map([
  ['B-2@B-1.1.人次', '面向全县骨干教师'],
  ['A1-2@A1.03.1', '新建小区入住'],
])

const bytes = await writeWorkbook(sampleInput(facts, { explanations }))

/** The bytes of the return after a change to its parts. */
export function change(by: (parts: Parts) => void): Buffer {
  const parts = openParts(bytes)
  by(parts)
  return closeParts(parts)
}

/** Expects that everything was read, without a problem. */
export function expectWhole(read: Returned): void {
  expect(read.problems).toEqual([])
  expect(read.structureChanged).toBe(false)
  expect(read.facts).toEqual(facts)
  expect(new Map(read.content.explanations)).toEqual(explanations)
  expect(read.content.signOff).toEqual({ head: '张三', statistician: '', filler: '李四', phone: '0564-1234567', reportedOn: '2021-12-10' })
}

/** Moves the positions from `from` on by so many rows or columns. */
export const down =
  (from: number, by = 1) =>
  (at: number): number =>
    at >= from ? at + by : at

/** Takes one row or column out. */
export const without =
  (gone: number) =>
  (at: number): number | null =>
    at === gone ? null : at > gone ? at - 1 : at
