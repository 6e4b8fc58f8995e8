import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { hostContract } from '../../../shared/api/host.ts'
import { reportApi } from '../../../shared/api/report.ts'
import { saveFile } from '../../api/save-file.ts'
import { useAction, useQuery } from '../../api/use-query.ts'
import { hashOf } from '../../place/router.ts'
import { Answered } from '../../frame/answered.tsx'
import { useText } from '../../text/language.tsx'
import { EmptyPage } from '../../ui/empty-page.tsx'
import { countText } from '../../ui/figure.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { ReportFigures } from './report-figures.tsx'
import { ReportLeft } from './report-left.tsx'
import { ReportPaper } from './report-paper.tsx'
import { ReportTemplate } from './report-template.tsx'
import './report.css'

/** 报告: the self-evaluation report, its figures with their sources, its unresolved places, its template. */
export function ReportPage() {
  const t = useText('report')
  const c = useText('common')
  const view = useQuery(reportApi.view, {})
  const { data, reading } = view
  const host = useQuery(hostContract.about, {})
  const word = useAction(reportApi.word)
  const pdf = useAction(reportApi.pdf)
  const [chosen, setChosen] = useState<number | null>(null)
  const exists = data !== undefined && data.template !== 'none'
  const blocked = exists && data.unresolved.length > 0
  // No export while reading, because the shown report may be out of date.
  const held = blocked || reading
  const why = reading ? t.rereading : blocked ? t.blockedHint : undefined
  const noPdf = host.data?.capabilities.pdf === false
  const keep = async (act: typeof word | typeof pdf) => {
    const file = await act.run({})
    if (file !== undefined) saveFile(file)
  }
  const actions = !exists ? undefined : (
    <>
      <Tooltip title={noPdf ? t.pdfMissing : why}>
        <Button disabled={held || noPdf} loading={pdf.running} onClick={() => void keep(pdf)}>
          {t.pdf}
        </Button>
      </Tooltip>
      <Tooltip title={why}>
        <Button type="primary" disabled={held} loading={word.running} onClick={() => void keep(word)}>
          {t.word}
        </Button>
      </Tooltip>
    </>
  )
  const state = !exists ? undefined : (
    <>
      {reading ? t.rereading : blocked ? t.blocked(countText(data.unresolved.length)) : t.ready(countText(data.figures.length))}
      {data.failedChecks > 0 && (
        <a className="report-checks" href={hashOf('consolidate')}>
          ✗ {t.checksFail(countText(data.failedChecks))}
        </a>
      )}
    </>
  )
  return (
    <Page full title={t.title} state={state} action={actions}>
      <FailureNotice failure={word.failure ?? pdf.failure} />
      {pdf.running && <ProgressBar title={c.preparingPages} progress={null} onCancel={pdf.cancel} />}
      <Answered query={view}>
        {(report) =>
          report.template === 'none' ? (
            <EmptyPage title={t.emptyTitle} action={<ReportTemplate view={report} />}>
              {t.emptyText}
            </EmptyPage>
          ) : (
            <div className="report-body">
              {report.html === '' ? (
                <div className="card report-broken">
                  <EmptyPage title={t.brokenTitle}>{t.brokenText}</EmptyPage>
                </div>
              ) : (
                <ReportPaper view={report} chosen={chosen} onChoose={setChosen} />
              )}
              <aside className="report-side">
                {blocked && <ReportLeft unresolved={report.unresolved} />}
                <ReportFigures figures={report.figures} chosen={chosen} onChoose={setChosen} />
                <ReportTemplate view={report} />
              </aside>
            </div>
          )
        }
      </Answered>
    </Page>
  )
}
