import { Button, Tooltip } from 'antd'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { rosterApi, type RosterRow } from '../../../shared/api/roster.ts'
import type { PageSentences } from '../../../shared/text/page-sentences.ts'
import { unitAttributes, unitAttributeTable } from '../../../shared/unit/attributes.ts'
import { saveFile } from '../../api/save-file.ts'
import { useAction, useQuery } from '../../api/use-query.ts'
import { Answered } from '../../frame/answered.tsx'
import { useWorkspace } from '../../place/workspace-context.tsx'
import { useText } from '../../text/language.tsx'
import { EmptyPage } from '../../ui/empty-page.tsx'
import { countText } from '../../ui/figure.tsx'
import { DropCover, FileButton, useFileDrop, type ChosenFile } from '../../ui/file-drop.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { FilingProgress } from './filing-progress.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { RosterFilters } from './roster-filters.tsx'
import { RosterTable } from './roster-table.tsx'
import { UnitDrawer } from './unit-drawer.tsx'
import { filterUnits, noFilter } from './unit-status.ts'
import './roster.css'

/** 单位名录: the units with their filing states, and the workbooks to hand out. */
export function RosterPage() {
  const t = useText('roster')
  const { unit } = useWorkspace()
  const units = useQuery(rosterApi.list, {})
  const status = useQuery(rosterApi.status, {})
  const handOut = useAction(rosterApi.workbooks)
  const [filter, setFilter] = useState(noFilter)
  const [edited, setEdited] = useState<RosterRow | 'new' | null>(null)
  const [returnFailure, setReturnFailure] = useState<unknown>(null)
  const [chosen, setChosen] = useState<ChosenFile | null>(null)
  const take = (files: ChosenFile[]) => setChosen(files[0] ?? null)
  const over = useFileDrop(take)
  const shown = useMemo(() => filterUnits(units.data ?? [], filter), [units.data, filter])

  const download = async () => {
    const file = await handOut.run({ query: { blank: '1' } })
    if (file !== undefined) saveFile(file)
  }
  const importButton = (type: 'primary' | 'default') => (
    <FileButton accept=".xlsx,.csv" onFiles={take} type={type}>
      {t.importRoster}
    </FileButton>
  )
  const counts = status.data
  const state = units.data === undefined || counts === undefined ? undefined : stateText(t, units.data.length, counts)
  // A new workspace holds only its own unit, which can be corrected here; such a roster counts as empty.
  const empty = units.data?.every(({ code }) => code === unit.code) === true
  return (
    <Page
      full
      title={t.title}
      state={state}
      action={
        empty ? undefined : (
          <>
            {importButton('default')}
            <Button onClick={() => setEdited('new')}>{t.addUnit}</Button>
            <Tooltip title={t.handOutHint}>
              <Button type="primary" loading={handOut.running} onClick={() => void download()}>
                {t.handOut}
              </Button>
            </Tooltip>
          </>
        )
      }
    >
      <FailureNotice failure={handOut.failure ?? returnFailure} />
      {handOut.running && <ProgressBar title={t.handingOut} progress={handOut.progress} onCancel={handOut.cancel} />}
      <Answered query={units}>
        {(rows) =>
          empty ? (
            <EmptyRoster importButton={importButton('primary')} onAdd={() => setEdited('new')}>
              <RosterTable rows={rows} own={unit.code} onEdit={setEdited} onReturnFailure={setReturnFailure} />
            </EmptyRoster>
          ) : (
            <div className="roster-body">
              <div className="roster-main">
                <RosterFilters rows={rows} shown={shown.length} filter={filter} onChange={setFilter} />
                <RosterTable rows={shown} own={unit.code} onEdit={setEdited} onReturnFailure={setReturnFailure} />
              </div>
              {counts !== undefined && (
                <FilingProgress counts={counts} chosen={filter.township} onChoose={(township) => setFilter({ ...filter, township })} />
              )}
            </div>
          )
        }
      </Answered>
      {edited !== null && (
        <UnitDrawer unit={edited === 'new' ? null : edited} rows={units.data ?? []} own={unit.code} onClose={() => setEdited(null)} />
      )}
      {chosen !== null && <ImportDialog chosen={chosen} onClose={() => setChosen(null)} />}
      <DropCover over={over}>{t.dropHere}</DropCover>
    </Page>
  )
}

/** A roster without reporting units: the ways to add them, and the workspace's own unit in `children`. */
function EmptyRoster({ importButton, onAdd, children }: { importButton: ReactNode; onAdd: () => void; children: ReactNode }) {
  const t = useText('roster')
  const titles = unitAttributes.map((attribute) => t.columnTitle(unitAttributeTable[attribute].titles[0], attribute))
  return (
    <>
      <EmptyPage
        title={t.emptyTitle}
        action={
          <div className="row">
            {importButton}
            <Button onClick={onAdd}>{t.addUnit}</Button>
          </div>
        }
      >
        {t.emptyText(titles.join(t.listComma))}
      </EmptyPage>
      <div className="roster-own">{children}</div>
    </>
  )
}

function stateText(t: PageSentences['roster'], units: number, { expected, filed }: { expected: number; filed: number }): string {
  const missing = expected - filed
  const filedText = t.state(countText(units), countText(expected), countText(filed))
  return filedText + (missing > 0 ? t.stateMissing(countText(missing)) : expected > 0 ? t.stateDone : '')
}
