import { ESLint, type Linter } from 'eslint'
import tseslint from 'typescript-eslint'
import { expect, test } from 'vitest'
import { root } from './repository.ts'

// The judged sources are no files, so the rules that need types are off.
const eslint = new ESLint({ cwd: root, overrideConfigFile: 'build/eslint.config.js', overrideConfig: tseslint.configs.disableTypeChecked })

async function complaints(filePath: string, code: string): Promise<string> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath })
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`).join('\n')
}

test.each([
  ['a clock in shared/', 'shared/check/x.ts', 'export const now = Date.now()', 'takes? the time|take the time'],
  ['a local date in shared/', 'shared/check/x.ts', "export const day = new Date('2021-09-01')", 'no time zone'],
  ['randomness in shared/', 'shared/check/x.ts', 'export const die = Math.random()', 'randomness'],
  ['a console in shared/', 'shared/check/x.ts', "console.log('x')", 'no-console'],
  ['Electron outside its file', 'electron/shell/x.ts', "import { app } from 'electron'\napp.quit()", 'Only electron/main.ts'],
  ['a store that reads workbooks', 'electron/store/x.ts', "import { y } from '../workbook/y.ts'\ny()", 'joins them'],
  ['a re-export that crosses a layer', 'shared/decimal/x.ts', "export { y } from '../check/y.ts'", 'stands before'],
  ['a lazy import that crosses a layer', 'shared/decimal/x.ts', "export const y = import('../check/y.ts')", 'stands before'],
  ['a barrel', 'shared/check/x.ts', "export * from './y.ts'", 'No barrels'],
  ['a default export', 'electron/routes/x.ts', 'export default 1', 'Named exports'],
  ['any', 'electron/routes/x.ts', 'export type X = any', 'no-explicit-any'],
  ['an await in a transaction', 'electron/store/x.ts', 'db.transaction(async () => { await z() })', 'plain function'],
  ['an await in write()', 'electron/services/x.ts', 'write(db, async () => { await z() })', 'plain function'],
  ['a boolean without a name', 'renderer/grid/x.ts', 'draw(cell, true)', 'under its name'],
  ['a class', 'electron/services/x.ts', 'export class Service {}', 'No classes'],
  ['a page that fetches by itself', 'renderer/pages/x.tsx', "void fetch('/api/host')", 'renderer/api/client.ts'],
  [
    'raw HTML in the page',
    'renderer/pages/x.tsx',
    'export const X = () => <p dangerouslySetInnerHTML={{ __html: y }} />',
    'goes in as text',
  ],
  ['a name that is not kebab-case', 'electron/services/fillFiling.ts', 'export const x = 1', 'kebab-case'],
])('%s is refused, and told where to go', async (_, path, code, reason) => {
  expect(await complaints(path, code)).toMatch(new RegExp(reason))
})

test.each([
  ['electron/main.ts', ['@typescript-eslint/no-floating-promises', '@typescript-eslint/no-misused-promises']],
  ['test/architecture/lint.test.ts', ['@typescript-eslint/no-floating-promises', '@typescript-eslint/await-thenable']],
  ['shared/words.ts', ['@typescript-eslint/switch-exhaustiveness-check']],
  ['renderer/app.tsx', ['react-hooks/refs', 'react-hooks/set-state-in-effect', 'react-hooks/purity']],
])('%s is judged by its types and hooks', async (path, rules) => {
  const config = (await new ESLint({ cwd: root, overrideConfigFile: 'build/eslint.config.js' }).calculateConfigForFile(
    path,
  )) as Linter.Config
  expect(rules.filter((rule) => [config.rules?.[rule]].flat()[0] !== 2)).toEqual([])
})

test('ordinary code is left alone', async () => {
  const code =
    "import { fail } from '../../shared/problem.ts'\nexport class StoreError extends Error {}\nexport function stop(): never {\n  return fail('cancelled', {})\n}"
  expect(await complaints('electron/services/stop.ts', code)).toBe('')
})
