/**
 * `npm run check`: the parts of the check, each an npm script of its own, two at a time and the longest first. What a part
 * says is shown when it ends, so that the parts do not mix. Fails when one of them does.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const waiting = ['lint', 'typecheck', 'test:architecture', 'unused', 'format:check']

function runPart(script: string): Promise<boolean> {
  const started = performance.now()
  return new Promise((done) => {
    // npm is a command file on Windows, which only a shell runs.
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
