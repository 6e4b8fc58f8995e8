/**
 * Checks the types of all four environments (build/tsconfig/), one after the other, because the native compiler itself uses
 * all cores. Fails when an environment fails.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const compiler = fileURLToPath(new URL('../node_modules/@typescript/native-preview/bin/tsgo', import.meta.url))

const results = ['shared', 'electron', 'renderer', 'test'].map((environment) => {
  const args = [compiler, '--project', `build/tsconfig/${environment}.json`, '--noEmit', '--pretty', 'false']
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0
})
process.exitCode = results.every(Boolean) ? 0 : 1
