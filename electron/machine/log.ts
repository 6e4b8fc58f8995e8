import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Clock } from './clock.ts'

/**
 * The log records the program's acts without reported content: no facts, no names of people or units, no file names.
 * `event` takes a name and figures only; `fault` writes the stack without quoted and Chinese text.
 */
export type Log = {
  event: (name: string, figures?: Record<string, number>) => void
  fault: (reference: string, thrown: unknown) => void
}

/** A log that writes nothing, for tests. */
export const silentLog: Log = { event: () => {}, fault: () => {} }

const MAX_BYTES = 1024 * 1024

/** Replaces possible content in a message with «…»: quoted text and Chinese text. */
function withoutContent(text: string): string {
  return text
    .replace(/"[^"\n]*"|'[^'\n]*'|`[^`\n]*`|“[^”\n]*”/g, '«…»')
    .replace(/[\u3400-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef]+/g, '«…»')
}

/** A log that appends to a file and keeps one older file beyond 1 MB. A failed write never throws. */
export function fileLog(path: string, clock: Clock): Log {
  function write(line: string): void {
    try {
      mkdirSync(dirname(path), { recursive: true })
      if (existsSync(path) && statSync(path).size > MAX_BYTES) renameSync(path, `${path}.1`)
      appendFileSync(path, `${clock().toISOString()} ${line}\n`)
    } catch {
      // The disk may be full or read-only; the operation that needs the disk reports the failure.
    }
  }
  return {
    event: (name, figures = {}) => write([name, ...Object.entries(figures).map(([key, value]) => `${key}=${value}`)].join(' ')),
    fault: (reference, thrown) =>
      write(`fault ${reference} ${withoutContent(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))}`),
  }
}
