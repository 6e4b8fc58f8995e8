/** Checks the types of all four environments (build/tsconfig/), two at a time; fails when one of them does. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url))
const waiting = ['test', 'renderer', 'electron', 'shared']

function check(environment: string): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [tsc, '--project', `build/tsconfig/${environment}.json`, '--noEmit', '--pretty', 'false'], {
      cwd: root,
      stdio: 'inherit',
    })
    child.on('close', (code) => done(code === 0))
  })
}

async function work(): Promise<boolean> {
  let good = true
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) good = (await check(next)) && good
  return good
}

const results = await Promise.all([work(), work()])
process.exitCode = results.every(Boolean) ? 0 : 1
