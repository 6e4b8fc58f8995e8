import { describe, expect, test } from 'vitest'
import { gridModel, type Position } from '../../../renderer/grid/grid-model.ts'
import { commandOf, editCommandOf, firstEntry, move, type Key, type Move } from '../../../renderer/grid/keyboard.ts'
import { smallScheme, tableOf } from './small-scheme.ts'

const scheme = smallScheme()
const model = gridModel(scheme, tableOf(scheme, 'G'), 0)
const at = (row: number, column: number): Position => ({ row, column })
const go = (from: Position, by: Move, filled: Position[] = []): Position =>
  move(model, from, by, (place) => filled.some((one) => one.row === place.row && one.column === place.column))
const key = (name: string, held: Partial<Key> = {}): Key => ({ key: name, ctrl: false, shift: false, alt: false, ...held })

describe('what a key means', () => {
  test.each([
    [key('Enter'), { act: 'move', by: 'entry-below', extend: false }],
    [key('Enter', { shift: true }), { act: 'move', by: 'entry-above', extend: false }],
    [key('Tab'), { act: 'move', by: 'next-entry', extend: false }],
    [key('Tab', { shift: true }), { act: 'move', by: 'previous-entry', extend: false }],
    [key('ArrowDown', { shift: true }), { act: 'move', by: 'down', extend: true }],
    [key('ArrowRight', { ctrl: true }), { act: 'move', by: 'edge-right', extend: false }],
    [key('Home', { ctrl: true }), { act: 'move', by: 'table-start', extend: false }],
    [key('F2'), { act: 'edit' }],
    [key('Delete'), { act: 'clear' }],
    [key('/'), { act: 'not-applicable' }],
    [key('z', { ctrl: true }), { act: 'undo' }],
    [key('Z', { ctrl: true, shift: true }), { act: 'redo' }],
    [key('Enter', { ctrl: true }), { act: 'insert-line' }],
    [key('Delete', { ctrl: true }), { act: 'remove-line' }],
    [key('ArrowDown', { alt: true }), { act: 'choices' }],
  ])('%o', (pressed, meaning) => expect(commandOf(pressed)).toEqual(meaning))

  test.each([key('5'), key('v', { ctrl: true }), key('k', { ctrl: true }), key('PageDown', { ctrl: true }), key('1', { alt: true })])(
    '%o is left to the text, the browser or the page',
    (pressed) => {
      expect(commandOf(pressed)).toBeNull()
    },
  )
})

describe('while a cell is being edited', () => {
  test('arrows leave a cell that was begun by typing, and move in the text after F2', () => {
    expect(editCommandOf(key('ArrowRight'), 'replace', 'line')).toEqual({ act: 'commit', then: 'right' })
    expect(editCommandOf(key('ArrowRight'), 'edit', 'line')).toBeNull()
  })
  test('up and down walk through the choices', () => {
    expect(editCommandOf(key('ArrowDown'), 'replace', 'choices')).toEqual({ act: 'choice-down' })
  })
  test('Alt+Enter breaks a line in a text, and keeps a figure', () => {
    expect(editCommandOf(key('Enter', { alt: true }), 'edit', 'lines')).toEqual({ act: 'new-line' })
    expect(editCommandOf(key('Enter', { alt: true }), 'edit', 'line')).toEqual({ act: 'commit', then: null })
  })
  test('Esc drops what was typed', () => expect(editCommandOf(key('Escape'), 'replace', 'line')).toEqual({ act: 'revert' }))
})

describe('where a move leads', () => {
  test('Tab goes along the row and skips computed and blocked cells', () => {
    expect(go(at(0, 0), 'next-entry')).toEqual(at(0, 1))
    expect(go(at(0, 1), 'next-entry')).toEqual(at(1, 0))
    expect(go(at(1, 0), 'next-entry'), 'nothing left to fill in').toEqual(at(1, 0))
    expect(go(at(1, 0), 'previous-entry')).toEqual(at(0, 1))
  })
  test('Enter goes down, and from the end of a column to the top of the next', () => {
    expect(go(at(0, 0), 'entry-below')).toEqual(at(1, 0))
    expect(go(at(1, 0), 'entry-below')).toEqual(at(0, 1))
    expect(go(at(0, 1), 'entry-above')).toEqual(at(1, 0))
  })
  test('arrows reach every cell, computed ones included, and stop at the border', () => {
    expect(go(at(0, 1), 'right')).toEqual(at(0, 2))
    expect(go(at(0, 2), 'right')).toEqual(at(0, 2))
    expect(go(at(0, 0), 'up')).toEqual(at(0, 0))
  })
  test('Ctrl+arrow runs to the end of the filled cells, over blanks to the next, or to the border', () => {
    expect(go(at(0, 0), 'edge-right', [at(0, 0), at(0, 1)])).toEqual(at(0, 1))
    expect(go(at(0, 0), 'edge-down', [at(0, 0), at(2, 0)])).toEqual(at(2, 0))
    expect(go(at(0, 0), 'edge-down')).toEqual(at(2, 0))
    expect(go(at(2, 0), 'edge-down', [at(2, 0)])).toEqual(at(2, 0))
  })
  test('Home, End and page keys stay inside', () => {
    expect(go(at(1, 1), 'row-end')).toEqual(at(1, 2))
    expect(go(at(1, 1), 'table-start')).toEqual(at(0, 0))
    expect(go(at(1, 1), 'page-down')).toEqual(at(2, 1))
  })
  test('the first cell to fill in is found behind computed ones', () => {
    expect(firstEntry(model)).toEqual(at(0, 0))
  })
})
