import { useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { useFailureSentence, Notice } from '../../ui/notice.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import type { EvidenceIntake } from './use-evidence-intake.ts'

/** The progress of the files being added, and the files that were not kept, each with the reason. */
export function EvidenceIntakeNotice({ intake: { progress, notSent, stop } }: { intake: EvidenceIntake }) {
  const t = useText('evidence')
  const { stopped } = useText('common')
  const sentenceOf = useFailureSentence()
  return (
    <>
      {progress !== null && <ProgressBar title={t.adding} progress={progress} onCancel={stop} />}
      {notSent.length > 0 && (
        <Notice tone="error" title={t.notKept(countText(notSent.length))}>
          <ul className="evidence-not-kept">
            {notSent.map(({ path, failure }, index) => (
              <li key={index}>{t.notKeptFile(path, sentenceOf(failure) ?? stopped)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
