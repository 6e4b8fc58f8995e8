/**
 * `npm run check`: the parts of the check, each an npm script of its own, two at a time and the longest first. The output of
 * a part is shown at its end, so that outputs do not mix. Fails when a part fails.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const waiting = ['lint', 'typecheck', 'test:architecture', 'unused', 'format:check']

function runPart(script: string): Promise<boolean> {
  const started = performance.now()
  return new Promise((done) => {
    // A shell runs npm, because npm is a command file on Windows.
    const child = spawn(`npm run -s ${script}`, { cwd: root, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => said.push(part))
    child.stderr.on('data', (part: Buffer) => said.push(part))
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      process.stdout.write(`${Buffer.concat(said).toString()}${code === 0 ? '✓' : '✗'} ${script} (${seconds} s)\n`)
      done(code === 0)
    })
  })
}

async function work(): Promise<boolean> {
  let good = true
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) good = (await runPart(next)) && good
  return good
}

const results = await Promise.all([work(), work()])
process.exitCode = results.every(Boolean) ? 0 : 1
