import { useText } from '../../text/language.tsx'
import type { UnitStatus } from './unit-status.ts'

const signs: Record<UnitStatus, string> = { missing: '○', open: '◔', signed: '◕', received: '●', returned: '↩', 'not-expected': '–' }

/** A filing's state as a sign and a word, never colour alone. */
export function StatusMark({ status, revision = 0 }: { status: UnitStatus; revision?: number }) {
  const t = useText('roster')
  return (
    <span className={`status status-${status}`}>
      <span className="status-word">
        <span aria-hidden="true">{signs[status]}</span> {t.statusWord(status)}
      </span>
      {revision > 1 && <span className="secondary small"> {t.revision(revision)}</span>}
    </span>
  )
}
