import { expect, test } from 'vitest'
import { entered, noHistory, redo, undo } from '../../../renderer/grid/history.ts'

const act = (before: string, after: string) => ({ before: [{ cell: 'G.01.1', text: before }], after: [{ cell: 'G.01.1', text: after }] })

test('Ctrl+Z goes back step by step, Ctrl+Y forward again', () => {
  const history = entered(entered(noHistory, act('', '1')), act('1', '2'))
  const first = undo(history)
  expect(first?.changes).toEqual([{ cell: 'G.01.1', text: '1' }])
  const second = undo(first!.history)
  expect(second?.changes).toEqual([{ cell: 'G.01.1', text: '' }])
  expect(undo(second!.history)).toBeNull()
  expect(redo(second!.history)?.changes).toEqual([{ cell: 'G.01.1', text: '1' }])
})

test('a new entry ends what could be done again', () => {
  const back = undo(entered(noHistory, act('', '1')))
  expect(redo(entered(back!.history, act('', '5')).undone.length === 0 ? { done: [], undone: [] } : back!.history)).toBeNull()
})

test('two hundred entries are remembered, not more', () => {
  let history = noHistory
  for (let index = 0; index < 250; index += 1) history = entered(history, act(String(index), String(index + 1)))
  expect(history.done).toHaveLength(200)
})
