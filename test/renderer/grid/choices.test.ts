import { expect, test } from 'vitest'
import { matchChoices } from '../../../renderer/grid/choices.ts'

const choices = ['幼儿园', '中小学', '小学']

test('typing narrows the choices, and Enter takes the one that begins so', () => {
  expect(matchChoices(choices, '小')).toEqual({ shown: ['中小学', '小学'], taken: 1 })
})
test('with nothing typed all are offered and none is taken', () => expect(matchChoices(choices, '')).toEqual({ shown: choices, taken: -1 }))
test('a text that fits none leaves all, and is kept as typed', () =>
  expect(matchChoices(choices, '大学')).toEqual({ shown: choices, taken: -1 }))
test('opening a cell that holds a choice offers all of them, with its own lit', () =>
  expect(matchChoices(choices, '小学')).toEqual({ shown: choices, taken: 2 }))
