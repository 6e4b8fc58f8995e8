import { verdicts, type BatchFile } from '../../../shared/api/batch.ts'
import type { ProblemCode } from '../../../shared/problem.ts'
import type { ShownVerdict } from '../../text/receive.ts'

/** In the order in which they are shown. */
export const shownVerdicts: readonly ShownVerdict[] = verdicts.flatMap((verdict): ShownVerdict[] =>
  verdict === 'unreadable' ? ['other-task', verdict] : [verdict],
)

/** A workbook with one of these was read; it is just none of this task. */
const ofAnotherTask: readonly ProblemCode[] = ['other-period', 'scheme-not-here', 'not-a-return']

/** The verdict as people see it: what could be read but is for another period or scheme is not called unreadable. */
export function shownVerdict({ verdict, problems }: Pick<BatchFile, 'verdict' | 'problems'>): ShownVerdict {
  const elsewhere = verdict === 'unreadable' && problems.some(({ problem }) => (ofAnotherTask as readonly string[]).includes(problem.code))
  return elsewhere ? 'other-task' : verdict
}

/** How many files carry each verdict, in the order in which verdicts are shown. */
export function countVerdicts(files: readonly Pick<BatchFile, 'verdict' | 'problems'>[]): Map<ShownVerdict, number> {
  const counts = new Map<ShownVerdict, number>(shownVerdicts.map((verdict) => [verdict, 0]))
  for (const file of files) {
    const verdict = shownVerdict(file)
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  }
  return counts
}
