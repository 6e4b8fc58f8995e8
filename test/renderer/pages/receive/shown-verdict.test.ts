import { expect, test } from 'vitest'
import type { BatchFile } from '../../../../shared/api/batch.ts'
import { verdicts } from '../../../../shared/receive/verdicts.ts'
import { problem, type Problem } from '../../../../shared/problem.ts'
import { countVerdicts, shownVerdict, shownVerdicts } from '../../../../renderer/pages/receive/shown-verdict.ts'

/** A file with a verdict and, when given, a problem. */
function file(verdict: BatchFile['verdict'], why?: Problem): Pick<BatchFile, 'verdict' | 'problems'> {
  return { verdict, problems: why === undefined ? [] : [{ sheet: null, cell: null, found: null, expected: null, problem: why }] }
}

test('what was read but is for another period, another scheme, or is no return, belongs to another task', () => {
  expect(shownVerdict(file('unreadable', problem('other-period', { found: '2022', expected: '2021' })))).toBe('other-task')
  expect(shownVerdict(file('unreadable', problem('scheme-not-here', { scheme: 'jijiao', version: '1' })))).toBe('other-task')
  expect(shownVerdict(file('unreadable', problem('not-a-return', {})))).toBe('other-task')
})

test('what could not be read stays unreadable, and every other verdict is what it is', () => {
  expect(shownVerdict(file('unreadable', problem('file-damaged', { why: 'zip', sheet: null })))).toBe('unreadable')
  for (const verdict of verdicts) expect(shownVerdict(file(verdict))).toBe(verdict)
})

test('every verdict has a count, also 0, in the order in which they are shown', () => {
  const counts = countVerdicts([file('new'), file('new'), file('unreadable'), file('unreadable', problem('not-a-return', {}))])
  expect([...counts.keys()]).toEqual([...shownVerdicts])
  expect([counts.get('new'), counts.get('older'), counts.get('other-task'), counts.get('unreadable')]).toEqual([2, 0, 1, 1])
})
