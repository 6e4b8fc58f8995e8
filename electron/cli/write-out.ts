import { endingOf, type FileEnding } from '../../shared/file-endings.ts'
import { fail } from '../../shared/problem.ts'
import { writeFileAtomic } from '../machine/files.ts'

/** The functions that make the content of a command's file, by the file's ending. */
export type Writers<Ending extends FileEnding> = Readonly<Record<Ending, () => Promise<Uint8Array | string> | Uint8Array | string>>

/** Writes the file of --out with the writer of its ending. Fails with the problem `usage` and the text `usage` for any other ending. */
export async function writeOut<Ending extends FileEnding>(out: string, writers: Writers<Ending>, usage: string): Promise<void> {
  const asked = endingOf(out)
  const ending = (Object.keys(writers) as Ending[]).find((one) => one === asked)
  if (ending === undefined) return fail('usage', { what: usage })
  await writeFileAtomic(out, await writers[ending]())
}
