import { useFailureSentence, Notice } from '../../ui/notice.tsx'
import { useScope } from '../../api/scope.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { countText } from '../../ui/figure.tsx'
import { useText } from '../../text/language.tsx'
import { stopIntake, useIntake } from './intake.ts'

/** The progress of the files, the files that did not reach the host, and the number of skipped files. */
export function IntakeNotice() {
  const t = useText('receive')
  const { about, stopped } = useText('common')
  const scope = useScope()
  const sentenceOf = useFailureSentence()
  const { progress, skipped, notSent } = useIntake()
  return (
    <>
      {progress !== null && <ProgressBar title={t.readingFiles} progress={progress} onCancel={() => stopIntake(scope)} />}
      {notSent.length > 0 && (
        <Notice tone="error" title={t.notSent(countText(notSent.length))}>
          <ul className="intake-failures">
            {notSent.slice(0, 20).map(({ path, failure }, index) => (
              <li key={index}>{about(path, sentenceOf(failure) ?? stopped)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {skipped > 0 && <p className="secondary">{t.skipped(countText(skipped))}</p>}
    </>
  )
}
