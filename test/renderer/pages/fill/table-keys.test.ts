import { expect, test } from 'vitest'
import { tableKeyOf } from '../../../../renderer/pages/fill/table-keys.ts'

const key = (name: string, held: { ctrl?: boolean; alt?: boolean; shift?: boolean } = {}) =>
  tableKeyOf({ key: name, ctrlKey: held.ctrl === true, altKey: held.alt === true, shiftKey: held.shift === true })

test('Ctrl+PageDown and Ctrl+PageUp change the table, and so they do with Alt', () => {
  expect([key('PageDown', { ctrl: true }), key('PageUp', { ctrl: true })]).toEqual(['next', 'previous'])
  expect([key('PageDown', { alt: true }), key('PageUp', { alt: true })]).toEqual(['next', 'previous'])
})

test('F6 changes between the form and its tab', () => {
  expect(key('F6')).toBe('switch')
})

test('keys that mean something in the form are left to it', () => {
  expect([
    key('PageDown'),
    key('PageUp', { shift: true }),
    key('PageDown', { ctrl: true, shift: true }),
    key('ArrowRight', { ctrl: true }),
    key('F6', { ctrl: true }),
  ]).toEqual([null, null, null, null, null])
})
