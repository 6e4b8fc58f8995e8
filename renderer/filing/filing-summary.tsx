import { useText } from '../text/language.tsx'
import type { TableProgress } from './filing-state.ts'

/** The state of a filing in words: 「7 张表中 5 张完成，2 处须改正」. */
export function FilingSummary({ progress }: { progress: readonly TableProgress[] }) {
  const t = useText('fill')
  const sum = (count: (table: TableProgress) => number) => progress.reduce((total, table) => total + count(table), 0)
  const errors = sum((table) => table.errors)
  const queries = sum((table) => table.queries)
  const refused = sum((table) => table.refused)
  const missing = sum((table) => table.missing)
  const parts = [
    t.state(progress.filter(({ mark }) => mark === 'done').length, progress.length),
    errors > 0 ? t.toCorrect(errors) : '',
    refused > 0 ? t.refusedCount(refused) : '',
    queries > 0 ? t.toExplain(queries) : '',
    missing > 0 ? t.toFillIn(missing) : '',
    errors + refused + queries + missing === 0 ? t.stateClean : '',
  ]
  return <>{parts.filter(Boolean).join(t.comma)}</>
}
