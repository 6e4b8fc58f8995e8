import { batchApi } from '../../shared/api/batch.ts'
import { rosterApi } from '../../shared/api/roster.ts'
import { useQuery } from '../api/use-query.ts'
import { progressOf } from '../filing/filing-state.ts'
import { useFiling } from '../filing/use-filing.ts'
import { countText } from '../ui/figure.tsx'
import type { PageName } from '../place/page-names.ts'
import { useWorkspace } from '../place/workspace-context.tsx'

/** The count beside a page's name in the navigation; `pressing` is true when a person must act. */
export type NavCount = { text: string; pressing: boolean }

/** The counts of the navigation: the progress of the own filing and the open work. */
export function useNavCounts(): Partial<Record<PageName, NavCount>> {
  const { unit, role } = useWorkspace()
  const collecting = role === 'county'
  const { filing } = useFiling(unit.code)
  const roster = useQuery(rosterApi.list, collecting ? {} : null).data
  const batches = useQuery(batchApi.list, collecting ? {} : null).data
  const progress = filing === null ? [] : progressOf(filing.state)
  const done = progress.filter(({ mark }) => mark === 'done').length
  const open = progress.reduce(
    (sum, { errors, missing, queries, refused, mark }) => sum + errors + queries + refused + (mark === 'begun' ? missing : 0),
    0,
  )
  const units = roster?.filter((row) => row.files).length ?? 0
  const waiting = batches?.filter((batch) => batch.state === 'open').reduce((sum, batch) => sum + batch.count, 0) ?? 0
  return {
    ...(progress.length > 0 && { fill: { text: `${countText(done)}/${countText(progress.length)}`, pressing: false } }),
    ...(open > 0 && { checks: { text: countText(open), pressing: true } }),
    ...(units > 0 && { roster: { text: countText(units), pressing: false } }),
    ...(waiting > 0 && { receive: { text: countText(waiting), pressing: true } }),
  }
}
