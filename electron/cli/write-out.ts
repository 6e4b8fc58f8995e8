import { endingOf, type FileEnding } from '../../shared/file-endings.ts'
import { fail } from '../../shared/problem.ts'
import { writeFileAtomic } from '../machine/files.ts'

/** What makes the content of a file that a command writes, by the ending of its name. */
export type Writers<Ending extends FileEnding> = Readonly<Record<Ending, () => Promise<Uint8Array | string> | Uint8Array | string>>

/** Writes the file that --out names in the form that its ending says; another ending is wrong usage (`usage` says what is right). */
export async function writeOut<Ending extends FileEnding>(out: string, writers: Writers<Ending>, usage: string): Promise<void> {
  const asked = endingOf(out)
  const ending = (Object.keys(writers) as Ending[]).find((one) => one === asked)
  if (ending === undefined) return fail('usage', { what: usage })
  await writeFileAtomic(out, await writers[ending]())
}
