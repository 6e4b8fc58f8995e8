import { evidence } from '../../text/evidence.ts'
import { useLanguage, useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { failureSentence, Notice } from '../../ui/notice.tsx'
import type { EvidenceIntake } from './use-evidence-intake.ts'

/** Which of the files that were to be added were not, and why. */
export function EvidenceIntakeNotice({ intake: { notKept } }: { intake: EvidenceIntake }) {
  const t = useText(evidence)
  const { lang } = useLanguage()
  return (
    <>
      {notKept.length > 0 && (
        <Notice tone="error" title={t.notKept(countText(notKept.length))}>
          <ul className="evidence-not-kept">
            {notKept.map(({ path, failure }, index) => (
              <li key={index}>{t.notKeptFile(path, failureSentence(failure, lang) ?? '')}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
