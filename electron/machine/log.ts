import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Clock } from './clock.ts'

/**
 * The log says what the program did, never what a school reported: no facts, no names of people or units, no file names.
 * `event` takes a name and figures only; a fault is written with its stack, with everything quoted taken out.
 */
export type Log = {
  event: (name: string, figures?: Record<string, number>) => void
  fault: (reference: string, thrown: unknown) => void
}

/** A log that keeps nothing, for tests and for commands that only read. */
export const silentLog: Log = { event: () => {}, fault: () => {} }

const MAX_BYTES = 1024 * 1024

/** Takes out of a message what may be content: quoted text, Chinese text, paths outside the program. */
function withoutContent(text: string): string {
  return text
    .replace(/"[^"\n]*"|'[^'\n]*'|`[^`\n]*`|“[^”\n]*”/g, '«…»')
    .replace(/[\u3400-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef]+/g, '«…»')
}

/** Appends to a file, turned over at 1 MB (one older file is kept). A log that cannot be written never stops the work. */
export function fileLog(path: string, clock: Clock): Log {
  function write(line: string): void {
    try {
      mkdirSync(dirname(path), { recursive: true })
      if (existsSync(path) && statSync(path).size > MAX_BYTES) renameSync(path, `${path}.1`)
      appendFileSync(path, `${clock().toISOString()} ${line}\n`)
    } catch {
      // The disk may be full or read-only; the person is told by the act that needs the disk, not by its log.
    }
  }
  return {
    event: (name, figures = {}) => write([name, ...Object.entries(figures).map(([key, value]) => `${key}=${value}`)].join(' ')),
    fault: (reference, thrown) =>
      write(`fault ${reference} ${withoutContent(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))}`),
  }
}
