import { expect, test } from 'vitest'
import { refuseNode } from '../../../electron/machine/require-node.ts'

test('an old Node is refused with a sentence that says how to start instead', () => {
  expect(refuseNode('20.20.2')).toMatch(/校统需要 Node 22[^]*npm start/)
  expect(refuseNode('18.0.0')).not.toBeNull()
})

test('Node 22 and newer are taken', () => {
  expect([refuseNode('22.0.0'), refuseNode('24.21.0'), refuseNode('100.0.0')]).toEqual([null, null, null])
})
