import type { BatchFile } from '../../../shared/api/batch.ts'
import type { ProblemCode } from '../../../shared/problem.ts'
import { verdictDefinitions, verdicts, type Verdict, type VerdictWords } from '../../../shared/receive/verdicts.ts'

/** A verdict as shown: an unreadable file that only belongs to another task has its own word. */
export type ShownVerdict = Verdict | 'other-task'

const otherTask: VerdictWords = {
  tone: 'amber',
  label: { zh: '不属本任务', en: 'Other task' },
  meaning: {
    zh: '文件能读，但不是本任务的报送文件，不接收。原因和办法见下。',
    en: 'The file could be read, but is no return of this task, and is not received. The reason and what to do are below.',
  },
}

/** Colour, name and explanation of a verdict. */
export function verdictWords(verdict: ShownVerdict): VerdictWords {
  return verdict === 'other-task' ? otherTask : verdictDefinitions[verdict]
}

/** The verdicts in the shown order. */
export const shownVerdicts: readonly ShownVerdict[] = verdicts.flatMap((verdict): ShownVerdict[] =>
  verdict === 'unreadable' ? ['other-task', verdict] : [verdict],
)

/** The problems of a file that can be read but is no return of this task. */
const ofAnotherTask: readonly ProblemCode[] = ['other-period', 'scheme-not-here', 'not-a-return']

/** The verdict as shown; a readable file of another period or scheme is not called unreadable. */
export function shownVerdict({ verdict, problems }: Pick<BatchFile, 'verdict' | 'problems'>): ShownVerdict {
  const elsewhere = verdict === 'unreadable' && problems.some(({ problem }) => (ofAnotherTask as readonly string[]).includes(problem.code))
  return elsewhere ? 'other-task' : verdict
}

/** The number of files of each verdict, in the shown order. */
export function countVerdicts(files: readonly Pick<BatchFile, 'verdict' | 'problems'>[]): Map<ShownVerdict, number> {
  const counts = new Map<ShownVerdict, number>(shownVerdicts.map((verdict) => [verdict, 0]))
  for (const file of files) {
    const verdict = shownVerdict(file)
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  }
  return counts
}
