import type { SchemeFault } from '../../scheme/problem.ts'
import { wordOf } from '../mistaken-files.ts'
import type { FaultSentences } from '../sentences.ts'

type Named = Extract<SchemeFault, { what: string }>['what']

const whats: Readonly<Record<Named, string>> = {
  table: 'table',
  row: 'row',
  column: 'column',
  check: 'check',
  indicator: 'indicator',
  item: 'item',
  grade: 'grade',
  veto: 'veto',
  cell: 'cell',
  units: 'unit condition',
  attribute: 'unit attribute',
}

/** The required shape of a value in a scheme file, by the schema's word. */
const shapes: Readonly<Record<string, string>> = {
  'code-not-text': "write a code as quoted text, such as '01'",
  'code-malformed': 'a code has letters of any script, digits, _ and - only',
  'version-not-text': 'version is text or a number',
  'show-malformed': 'write show like 0, #,##0, 0.00 or 0.0%',
  'deadline-malformed': 'write a deadline as MM-DD, such as 10-15',
  'valid-until-malformed': 'write valid-until as YYYY-MM-DD or YYYY-MM, such as 2027-09-30',
  'target-malformed': 'write a target like >= 30%',
  'from-malformed': 'write from as SCHEME:TABLE.ROW.COLUMN, such as base:JC01.19.计',
}

export const faults: FaultSentences = {
  yaml: ({ message }) => `not valid YAML: ${message}`,
  shape: ({ path, message }) => `${path === '' ? '' : `${path}: `}${wordOf(shapes, message) || message}`,
  'duplicate-code': ({ what, name }) => `${whats[what]} ${name} stands twice; a code is used once in its scope`,
  'unknown-name': ({ what, name, nearest }) => `no ${whats[what]} ${name}${nearest === null ? '' : `; did you mean ${nearest}?`}`,
  'group-with-code': ({ title }) => `“${title}” has children and cannot have a code`,
  'leaf-without-code': ({ title }) => `“${title}” has no code`,
  'too-deep': ({ title }) => `“${title}” is more than 5 headers deep`,
  'no-rows': () => 'no rows; a list needs kind: list',
  'choices-missing': ({ name }) => `${name} is a choice without choices`,
  cycle: ({ cells }) => `cells computed in a circle: ${cells.join(' → ')}`,
  'no-instance': () => 'this check applies nowhere: all the cells it names are blocked',
  'not-a-condition': () => 'a condition is needed here, such as [02] <= [01]',
  'points-differ': ({ points, sum }) => `the points ${points} are not the sum of the items, ${sum}`,
  'message-missing': () => 'a message is missing: because for an error, ask for a query',
  'number-malformed': ({ found }) => `“${found}” is not a number`,
}
