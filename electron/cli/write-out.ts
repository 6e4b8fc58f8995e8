import { endingOf, type FileEnding } from '../../shared/file-endings.ts'
import { fail } from '../../shared/problem.ts'
import { writeFileAtomic } from '../machine/files.ts'

/** The functions that make the content of a command's file, by the file's ending. */
export type Writers<Ending extends FileEnding> = Readonly<Record<Ending, () => Promise<Uint8Array | string> | Uint8Array | string>>

/** The ending of the file of --out, read before any work begins. Fails with the problem `usage`, whose text is `usage`, for any other. */
export function endingOfOut<Ending extends FileEnding>(out: string, endings: readonly Ending[], usage: string): Ending {
  const asked = endingOf(out)
  return endings.find((one) => one === asked) ?? fail('usage', { what: usage })
}

/** Writes the file of --out with the writer of its ending. */
export async function writeOut<Ending extends FileEnding>(out: string, ending: Ending, writers: Writers<Ending>): Promise<void> {
  await writeFileAtomic(out, await writers[ending]())
}
