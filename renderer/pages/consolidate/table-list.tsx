import type { Finding } from '../../../shared/check/findings.ts'
import type { Table } from '../../../shared/scheme/scheme.ts'
import { tableOf } from '../../../shared/words.ts'
import { useText } from '../../text/language.tsx'

type TableListProps = { tables: readonly Table[]; chosen: string; failing: readonly Finding[]; hrefOf: (code: string) => string }

/** The scheme's tables; a mark at a table with a failed check of the totals. */
export function TableList({ tables, chosen, failing, hrefOf }: TableListProps) {
  const t = useText('consolidate')
  const marked = new Map(failing.map((finding) => [tableOf(finding.cell), finding.level]))
  return (
    <nav className="table-list" aria-label={t.tables}>
      {tables.map(({ code, title, shortTitle }) => (
        <a key={code} href={hrefOf(code)} title={title} aria-current={code === chosen ? 'page' : undefined}>
          <span className="secondary small">{code}</span>
          <span className="grow">{shortTitle}</span>
          {marked.has(code) && (
            <span className={`table-mark table-mark-${marked.get(code) ?? 'query'}`}>{marked.get(code) === 'error' ? '✗' : '?'}</span>
          )}
        </a>
      ))}
    </nav>
  )
}
