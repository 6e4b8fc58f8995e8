import { expect, test } from 'vitest'
import {
  judge,
  mayBeTaken,
  settleRivals,
  takenByItself,
  takenWhenDecided,
  type HeldReturn,
  type Incoming,
  type Rival,
  verdictDefinitions,
  verdicts,
} from '../../../shared/receive/verdicts.ts'

/** The rows of the table in verdicts.ts (docs/design/receiving.md: Verdicts). */
const file: Incoming = { readable: true, onRoster: true, structureChanged: false, revision: 2, digest: 'a' }
const held: HeldReturn = { revision: 1, digest: 'b', draft: false, returned: false }

test.each<[string, Partial<Incoming>, HeldReturn | null, string]>([
  ['a file that cannot be read', { readable: false, onRoster: false }, held, 'unreadable'],
  ['a unit that is not on the roster', { onRoster: false }, null, 'not-on-roster'],
  ['what is held already', { revision: 1, digest: 'b' }, held, 'identical'],
  ['what is held already, under an older revision', { revision: 0, digest: 'b' }, held, 'identical'],
  ['what is held already, even when its sheets were changed', { revision: 1, digest: 'b', structureChanged: true }, held, 'identical'],
  ['the same content signed anew', { digest: 'b' }, held, 'newer'],
  ['a first file with cells missing', { structureChanged: true }, null, 'changed-structure'],
  ['a first file', {}, null, 'new'],
  ['a file for a unit that is being entered here', {}, { ...held, draft: true }, 'conflict'],
  ['a correction', {}, held, 'newer'],
  ['the same revision with other content', { revision: 1 }, held, 'conflict'],
  ['an older revision', { revision: 0 }, held, 'older'],
])('%s', (_what, change, against, verdict) => expect(judge({ ...file, ...change }, against)).toBe(verdict))

test('only what is new or newer is taken without being asked, and what cannot be read never', () => {
  expect(verdicts.filter(takenByItself)).toEqual(['new', 'newer'])
  expect(verdicts.filter(takenWhenDecided)).toEqual(['conflict', 'older', 'changed-structure'])
  expect(verdicts.filter((verdict) => !mayBeTaken(verdict))).toEqual(['identical', 'not-on-roster', 'unreadable'])
  expect(verdicts.filter((verdict) => verdictDefinitions[verdict].taken === 'not-needed')).toEqual(['identical'])
})

const rival = (position: number, revision: number, digest: string, verdict: Rival['verdict'] = 'new', unit = 'A'): Rival => ({
  position,
  unit,
  verdict,
  revision,
  digest,
})

test.each<[string, Rival[], [number, string][]]>([
  ['one file of a unit', [rival(1, 1, 'a')], []],
  [
    'copies',
    [rival(1, 1, 'a'), rival(2, 1, 'a'), rival(3, 1, 'a')],
    [
      [2, 'identical'],
      [3, 'identical'],
    ],
  ],
  [
    'two that disagree',
    [rival(1, 1, 'a'), rival(2, 1, 'b')],
    [
      [1, 'conflict'],
      [2, 'conflict'],
    ],
  ],
  ['two revisions', [rival(1, 2, 'b'), rival(2, 1, 'a')], [[2, 'older']]],
  [
    'two revisions and a rival of the higher',
    [rival(1, 1, 'a'), rival(2, 2, 'b'), rival(3, 2, 'c')],
    [
      [1, 'older'],
      [2, 'conflict'],
      [3, 'conflict'],
    ],
  ],
  ['two units', [rival(1, 1, 'a'), rival(2, 1, 'b', 'new', 'B')], []],
  ['one that is parked anyway', [rival(1, 1, 'a'), rival(2, 1, 'b', 'older')], []],
])('several files of one unit in a batch: %s', (_what, files, changed) => expect([...settleRivals(files)]).toEqual(changed))
