import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** A job of `npm run bench` on little data, run to its end; its figures are not looked at. */
function runJob(job: string, ...args: string[]): { status: number | null; said: string; wrong: string } {
  const path = fileURLToPath(new URL(`../../build/bench/${job}`, import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], { encoding: 'utf8' })
  return { status, said: stdout, wrong: status === 0 ? '' : stderr }
}

test.each([
  ['outputs.ts', '3'],
  ['county.ts', '3'],
  ['read-return.ts', '1'],
  ['read-one.ts', '2', '1'],
])('the job %s of the benches still runs', (job, ...args) => {
  const { status, said, wrong } = runJob(job, ...args)
  expect(wrong).toBe('')
  expect(status).toBe(0)
  expect(said).toMatch(/ ms/)
})
