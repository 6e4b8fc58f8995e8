import { expect, test } from 'vitest'
import { firstFields, keepDraft } from '../../../../renderer/pages/handover/sign-off-draft.ts'

const signOff = { head: '王校长', statistician: '', filler: '张老师', phone: '', reportedOn: '2022-01-06' }

test('a correction begins with who signed before, and with today’s date, not that of the earlier sign-off', () => {
  expect(firstFields('一小', { signOff, revision: 1 }, '2022-03-01')).toEqual({ ...signOff, reportedOn: '2022-03-01' })
})

test('a first sign-off begins with the date of the file it came from, else today', () => {
  expect(firstFields('一小', { signOff, revision: 0 }, '2022-03-01').reportedOn).toBe('2022-01-06')
  expect(firstFields('一小', { signOff: { ...signOff, reportedOn: null }, revision: 0 }, '2022-03-01').reportedOn).toBe('2022-03-01')
})

test('what was typed is there again until it is signed, for its own unit and revision', () => {
  const typed = { ...signOff, head: '李校长', reportedOn: '2022年3月' }
  keepDraft('二小', 1, typed)
  expect(firstFields('二小', { signOff, revision: 1 }, '2022-03-01')).toEqual(typed)
  expect(firstFields('二小', { signOff, revision: 2 }, '2022-03-01').head).toBe('王校长')
  expect(firstFields('三小', { signOff, revision: 1 }, '2022-03-01').head).toBe('王校长')
})
