import type { ReportView } from '../../../shared/api/report.ts'
import { useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { Notice } from '../../ui/notice.tsx'

/** The unresolved places that block the export, each with the text around it. */
export function ReportLeft({ unresolved }: { unresolved: ReportView['unresolved'] }) {
  const t = useText('report')
  return (
    <Notice tone="error" title={t.unresolved(countText(unresolved.length))}>
      <ul className="left-list">
        {unresolved.map(({ kind, text, where }, index) => (
          <li key={index}>
            <strong>{text}</strong> <span className="small">{t.unresolvedKind(kind)}</span>
            {where !== '' && <div className="secondary small">{kind === 'placeholder' ? t.around(where) : where}</div>}
          </li>
        ))}
      </ul>
      <p className="small">{t.howToMend}</p>
    </Notice>
  )
}
