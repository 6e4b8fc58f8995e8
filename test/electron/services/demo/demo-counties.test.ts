import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { demoSchemes, loadDemo } from '../../../../electron/services/demo/demo-counties.ts'
import { builtInSchemes } from '../../../../electron/services/scheme/schemes.ts'

const folder = fileURLToPath(new URL('../../../../shared/schemes', import.meta.url))

test('every built-in scheme has a demo county, of its own scheme and with an office on its roster', () => {
  const ids = builtInSchemes(folder)
    .map(({ scheme }) => scheme.id)
    .sort()
  expect(demoSchemes(folder)).toEqual(ids)
  for (const id of ids) {
    const demo = loadDemo(folder, id)
    expect(demo.scheme).toBe(id)
    expect(
      demo.roster.map((unit) => unit.code),
      id,
    ).toContain(demo.office)
  }
})

test('a scheme without a demo is refused', () => {
  expect(() => loadDemo(folder, 'none')).toThrow('scheme-unknown')
})
