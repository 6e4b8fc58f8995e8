import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('a formula comes to the same figure in LibreOffice as in the program', () => {
  const said = execFileSync(process.execPath, ['.ci/libreoffice-formulas.ts', '2000'], { encoding: 'utf8' })
  expect(said).toMatch(/^20\d\d formulas recalculated by LibreOffice, 0 different$/m)
})
