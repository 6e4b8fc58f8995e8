import { useState } from 'react'
import { Button } from 'antd'
import type { BatchFile, FileProblem } from '../../../shared/api/batch.ts'
import { problemSentence } from '../../../shared/text/problem-sentences.ts'
import { useLanguage, useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { shownVerdict } from './shown-verdict.ts'

const FIRST = 40

/** The problems of a file, each with sheet, cell, found and expected text; then the number of findings. */
export function FileProblems({ file }: { file: BatchFile }) {
  const t = useText('receive')
  const { comma } = useText('common')
  const [all, setAll] = useState(false)
  const shown = all ? file.problems : file.problems.slice(0, FIRST)
  return (
    <>
      {file.problems.length > 0 && (
        <section>
          <h3>{shownVerdict(file) === 'other-task' ? t.otherTaskTitle : t.problemTitle(countText(file.problems.length))}</h3>
          <ul className="file-problems">
            {shown.map((problem, index) => (
              <ProblemLine key={index} problem={problem} />
            ))}
          </ul>
          {shown.length < file.problems.length && (
            <Button size="small" onClick={() => setAll(true)}>
              {t.showAll} · {t.more(countText(file.problems.length - shown.length))}
            </Button>
          )}
        </section>
      )}
      {(file.errors > 0 || file.queries > 0) && (
        <p>
          {[
            ...(file.errors > 0 ? [t.findingErrors(countText(file.errors))] : []),
            ...(file.queries > 0 ? [t.findingQueries(countText(file.queries))] : []),
          ].join(comma)}
          <span className="secondary"> {t.showFindings}</span>
        </p>
      )}
    </>
  )
}

function ProblemLine({ problem }: { problem: FileProblem }) {
  const t = useText('receive')
  const { language } = useLanguage()
  const { sheet, cell, found, expected } = problem
  return (
    <li>
      {sheet !== null && <div className="problem-place">{cell === null ? t.placeSheet(sheet) : t.place(sheet, cell)}</div>}
      <div>{problemSentence(problem.problem, language)}</div>
      {found !== null && expected !== null && <div className="secondary small">{t.foundExpected(found, expected)}</div>}
    </li>
  )
}
