import { describe, expect, test } from 'vitest'
import type { BatchFile } from '../../../../shared/api/batch.ts'
import { takenWhenDecided, verdicts } from '../../../../shared/receive/verdicts.ts'
import { decide, isTaken, leaveOutDrafts, needsDecision, noDecisions, outdoneFiles } from '../../../../renderer/pages/receive/decisions.ts'
import { isReturn } from '../../../../renderer/pages/receive/intake.ts'

function file(position: number, verdict: BatchFile['verdict'], unit: string | null = `U${position}`): BatchFile {
  return {
    position,
    verdict,
    unit,
    name: `${position}.xlsx`,
    sha256: '',
    unitName: unit,
    revision: 1,
    draft: false,
    facts: 1,
    problems: [],
    differences: [],
    taken: verdict === 'new' || verdict === 'newer',
    errors: 0,
    queries: 0,
  }
}

describe('what a commit takes', () => {
  test('drafts that nobody has signed off can be left out together; one asked for is no longer asked for', () => {
    const signed = file(1, 'new')
    const draft = { ...file(2, 'new'), draft: true }
    const other = { ...file(3, 'conflict'), draft: true }
    const files = [signed, draft, other]
    const left = leaveOutDrafts(decide(noDecisions, other, 'take', files), files)
    expect(files.map((one) => isTaken(one, left))).toEqual([true, false, false])
    expect(isTaken(draft, decide(left, draft, 'take', files))).toBe(true)
  })

  test('new and newer by themselves, unless left out', () => {
    const fresh = file(1, 'new')
    expect(isTaken(fresh, noDecisions)).toBe(true)
    const left = decide(noDecisions, fresh, 'leave', [fresh])
    expect(isTaken(fresh, left)).toBe(false)
    expect(isTaken(fresh, decide(left, fresh, 'take', [fresh]))).toBe(true)
  })

  test('a conflict only when asked for, and of two files of one unit only one', () => {
    const files = [file(1, 'conflict', 'A'), file(2, 'conflict', 'A'), file(3, 'older', 'B')]
    const [first, second, third] = files as [BatchFile, BatchFile, BatchFile]
    expect(files.some((one) => isTaken(one, noDecisions))).toBe(false)
    const both = decide(decide(decide(noDecisions, first, 'take', files), third, 'take', files), second, 'take', files)
    expect(files.map((one) => isTaken(one, both))).toEqual([false, true, true])
  })

  test('an older file taken all the same stands in for the newer one of its batch, until it is given up again', () => {
    const newer = { ...file(1, 'new', 'A'), revision: 2 }
    const older = file(2, 'older', 'A')
    const files = [newer, older]
    const asked = decide(noDecisions, older, 'take', files)
    expect(files.map((one) => isTaken(one, asked))).toEqual([false, true])
    expect(files.map((one) => isTaken(one, decide(asked, older, 'leave', files)))).toEqual([true, false])
    expect(files.map((one) => isTaken(one, decide(asked, newer, 'take', files)))).toEqual([true, false])
  })

  test('a person may take what is taken when decided, never a file of no unit', () => {
    expect(verdicts.filter((verdict) => needsDecision({ verdict, unit: 'A' }))).toEqual(verdicts.filter(takenWhenDecided))
    expect(needsDecision({ verdict: 'changed-structure', unit: null })).toBe(false)
  })
})

test('an older file is older than another of its batch, or than what is held', () => {
  const files = [
    { ...file(1, 'new', 'A'), revision: 2 },
    file(2, 'older', 'A'),
    file(3, 'older', 'B'),
    { ...file(4, 'identical', 'C'), revision: 3 },
    file(5, 'older', 'C'),
  ]
  expect([...outdoneFiles(files)]).toEqual([2])
})

test('lock files and system files in a folder are no returns', () => {
  for (const path of ['2021/~$小学.xlsx', '.DS_Store', 'a/Thumbs.db', '__MACOSX/a/b.xlsx', 'desktop.ini'])
    expect(isReturn(path), path).toBe(false)
  for (const path of ['2021/小学.xlsx', '照片.jpg', 'a.zip']) expect(isReturn(path), path).toBe(true)
})
