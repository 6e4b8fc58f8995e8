/** `npm run bench`: runs every job of docs/performance.md, each in its own process. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const jobs = ['read-one.ts', 'read-return.ts', 'county.ts', 'outputs.ts', 'memory.ts', 'page.ts']

for (const job of jobs) {
  process.stdout.write(`\n== ${job}\n`)
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(job, import.meta.url))], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
