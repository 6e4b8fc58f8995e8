import { Button } from 'antd'
import { useState } from 'react'
import { reportApi, type ReportView } from '../../../shared/api/report.ts'
import type { FileAnswer } from '../../../shared/api/contract.ts'
import { bytesOf } from '../../api/read-file.ts'
import { useAction } from '../../api/use-query.ts'
import { useText } from '../../text/language.tsx'
import { DownloadButton } from '../../ui/download-button.tsx'
import { FileButton, type ChosenFile } from '../../ui/file-drop.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'

type Done = { sentence: string; undo: () => Promise<unknown> }

/** The report's template: download, replacement by an own one, return to the built-in one; each change can be undone. */
export function ReportTemplate({ view }: { view: ReportView }) {
  const t = useText('report')
  const { put, drop, keep, failure, running } = useTemplateActs()
  const [done, setDone] = useState<Done | null>(null)
  const held = view.template === 'own'
  const replace = async ([chosen]: ChosenFile[]) => {
    if (chosen === undefined) return
    const before = held ? await keep() : null
    if (before === undefined || (await put(chosen.file.name, bytesOf(chosen.file))) === undefined) return
    setDone({ sentence: t.replaced(chosen.file.name), undo: () => (before === null ? drop() : put(before.name, before.bytes)) })
  }
  const takeBack = async () => {
    const before = await keep()
    if (before !== undefined && (await drop()) !== undefined)
      setDone({ sentence: t.dropped(before.name), undo: () => put(before.name, before.bytes) })
  }
  const undo = async () => {
    if ((await done?.undo()) !== undefined) setDone(null)
  }
  return (
    <section className="card stack report-template" aria-label={t.template}>
      {view.template !== 'none' && (
        <div className="row">
          <h2>{t.template}</h2>
          <span className="grow report-template-name" title={view.templateName}>
            {view.templateName}
          </span>
          <span className="secondary small">{held ? t.own : t.builtIn}</span>
        </div>
      )}
      <div className="row">
        {view.template !== 'none' && (
          <DownloadButton route={reportApi.template} sent={{}} size="small">
            {t.download}
          </DownloadButton>
        )}
        <FileButton
          accept=".docx"
          size={view.template === 'none' ? 'middle' : 'small'}
          type={view.template === 'none' ? 'primary' : 'default'}
          disabled={running}
          onFiles={(files) => void replace(files)}
        >
          {t.replace}
        </FileButton>
        {held && (
          <Button size="small" disabled={running} onClick={() => void takeBack()}>
            {t.drop}
          </Button>
        )}
      </div>
      {view.template !== 'none' && <p className="secondary small">{t.templateHint}</p>}
      {done !== null && (
        <Notice
          tone="info"
          action={
            <Button size="small" disabled={running} onClick={() => void undo()}>
              {t.undo}
            </Button>
          }
        >
          {done.sentence}
        </Notice>
      )}
      <FailureNotice failure={failure} />
    </section>
  )
}

/** Puts, drops and fetches the template; each answers undefined after a failure. */
function useTemplateActs() {
  const putting = useAction(reportApi.putTemplate)
  const dropping = useAction(reportApi.dropTemplate)
  const fetching = useAction(reportApi.template)
  return {
    put: (name: string, bytes: Promise<ArrayBuffer> | Uint8Array<ArrayBuffer>) =>
      putting.run(Promise.resolve(bytes).then((input) => ({ query: { name }, input }))),
    drop: () => dropping.run({}),
    keep: (): Promise<FileAnswer | undefined> => fetching.run({}),
    failure: putting.failure ?? dropping.failure ?? fetching.failure,
    running: putting.running || dropping.running || fetching.running,
  }
}
