import { useMemo } from 'react'
import { batchApi, type BatchView } from '../../../shared/api/batch.ts'
import { useQuery } from '../../api/use-query.ts'
import { go, hashOf, usePlace } from '../../place/router.ts'
import { useScope } from '../../api/scope.ts'
import { useText } from '../../text/language.tsx'
import { EmptyPage } from '../../ui/empty-page.tsx'
import { DropCover, FileButton, useFileDrop, type ChosenFile } from '../../ui/file-drop.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { BatchHistory } from './batch-history.tsx'
import { BatchPage } from './batch-page.tsx'
import { IntakeNotice } from './intake-notice.tsx'
import { takeIn, useIntake } from './intake.ts'
import './receive.css'

const ACCEPT = '.xlsx,.xls,.et,.xlsm,.zip'

/** 接收: files are judged one by one and committed together. `#/receive/12` shows batch 12. */
export function ReceivePage() {
  const t = useText('receive')
  const { parts } = usePlace()
  const scope = useScope()
  const intake = useIntake()
  const list = useQuery(batchApi.list, {})
  const asked = Number(parts[0] ?? '')
  const left = list.data?.find((batch) => batch.state === 'open')?.batch ?? null
  const open = intake.batch ?? left
  const shown = asked > 0 ? asked : open
  const batch = useQuery(batchApi.read, shown === null ? null : { params: { batch: shown } })
  const view = useMemo(
    () => withArrived(batch.data, shown === intake.batch ? intake.files : []),
    [batch.data, shown, intake.batch, intake.files],
  )
  const take = (files: ChosenFile[]) => {
    if (asked > 0) go(hashOf('receive'))
    void takeIn(files, open, scope)
  }
  const over = useFileDrop(take)
  const choose = (primary: boolean) => (
    <>
      <FileButton several="folder" onFiles={take}>
        {t.chooseFolder}
      </FileButton>
      <FileButton several="files" accept={ACCEPT} type={primary ? 'primary' : 'default'} onFiles={take}>
        {primary ? t.chooseFiles : t.addFiles}
      </FileButton>
    </>
  )
  if (view !== undefined)
    return (
      <>
        <BatchPage key={view.batch} view={view} choose={choose(false)} />
        <DropCover over={over}>{t.dropHere}</DropCover>
      </>
    )
  return (
    <Page title={t.title} state={t.stateNone}>
      <IntakeNotice />
      <FailureNotice failure={batch.failure ?? list.failure} retry={list.reload} />
      <div className="receive-start">
        <EmptyPage title={t.emptyTitle} action={<div className="row">{choose(true)}</div>}>
          {t.emptyText}
        </EmptyPage>
      </div>
      <BatchHistory batches={list.data ?? []} />
      <DropCover over={over}>{t.dropHere}</DropCover>
    </Page>
  )
}

/** The batch as last read, with the files judged since. */
function withArrived(view: BatchView | undefined, arrived: readonly BatchView['files'][number][]): BatchView | undefined {
  if (view === undefined || view.state !== 'open') return view
  const known = new Set(view.files.map(({ position }) => position))
  const fresh = arrived.filter(({ position }) => !known.has(position))
  return fresh.length === 0 ? view : { ...view, files: [...view.files, ...fresh] }
}
