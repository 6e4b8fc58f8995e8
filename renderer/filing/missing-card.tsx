import { EditOutlined } from '@ant-design/icons'
import type { Finding } from '../../shared/check/findings.ts'
import { cellTitle } from '../../shared/scheme/cells.ts'
import type { CellRef } from '../../shared/words.ts'
import { useScheme } from '../place/workspace-context.tsx'
import { useText } from '../text/language.tsx'
import { countText } from '../ui/figure.tsx'
import { FindingFrame } from './finding-frame.tsx'

/** The number of blank cells named at most. */
const NAMED = 12

/** The blank required cells of a table in one card, each with a link. */
export function MissingCard({ findings, onJump }: { findings: readonly Finding[]; onJump: (cell: CellRef) => void }) {
  const t = useText('fill')
  const scheme = useScheme()
  if (findings.length === 0) return null
  return (
    <FindingFrame icon={<EditOutlined className="finding-amber" />} label={t.toFillIn(findings.length)}>
      <div>{t.missingTitle(countText(findings.length))}</div>
      <ul className="missing-cells">
        {findings.slice(0, NAMED).map(({ cell }) => (
          <li key={cell}>
            <button type="button" className="link-button small" onClick={() => onJump(cell)}>
              {cellTitle(scheme, cell)}
            </button>
          </li>
        ))}
      </ul>
      {findings.length > NAMED && <div className="small secondary">{t.missingMore(countText(findings.length - NAMED))}</div>}
    </FindingFrame>
  )
}
