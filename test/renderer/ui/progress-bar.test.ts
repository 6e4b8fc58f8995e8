import { expect, test } from 'vitest'
import { secondsLeft } from '../../../renderer/ui/progress-bar.tsx'

test('the remaining time follows from the pace so far', () => expect(secondsLeft({ done: 25, total: 100 }, 5_000)).toBe(15))
test('nothing is promised in the first second or while the total is unknown', () => {
  expect(secondsLeft({ done: 25, total: 100 }, 500)).toBeNull()
  expect(secondsLeft({ done: 25, total: null }, 5_000)).toBeNull()
})
