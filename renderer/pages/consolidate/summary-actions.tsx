import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { consolidationApi } from '../../../shared/api/consolidation.ts'
import { hostContract } from '../../../shared/api/host.ts'
import type { MoneyUnit } from '../../../shared/consolidation/money.ts'
import type { Grouping } from '../../../shared/consolidation/grouping.ts'
import { saveFile } from '../../api/save-file.ts'
import { useAction, useQuery } from '../../api/use-query.ts'
import { useText } from '../../text/language.tsx'
import { Notice, useFailureSentence } from '../../ui/notice.tsx'
import { PrintPreview } from '../../ui/print-preview.tsx'

/** The summary of the chosen group as a workbook, as PDF, or on paper, with money in the chosen unit. */
export function SummaryActions({ by, group, money }: { by: Grouping; group: string | undefined; money: MoneyUnit | null }) {
  const t = useText('consolidate')
  const sentenceOf = useFailureSentence()
  const host = useQuery(hostContract.about, {})
  const workbook = useAction(consolidationApi.summaryWorkbook)
  const pdf = useAction(consolidationApi.summaryPdf)
  const [preview, setPreview] = useState(false)
  const sent = { query: { by, group, money: money ?? undefined } }
  const keep = async (act: typeof workbook | typeof pdf) => {
    const file = await act.run(sent)
    if (file !== undefined) saveFile(file)
  }
  const failure = sentenceOf(workbook.failure ?? pdf.failure)
  const noPdf = host.data?.capabilities.pdf === false
  return (
    <>
      {failure !== null && <Notice tone="error">{failure}</Notice>}
      <Button onClick={() => setPreview(true)}>{t.preview}</Button>
      <Tooltip title={noPdf ? t.pdfMissing : undefined}>
        <Button loading={pdf.running} disabled={noPdf} onClick={() => void keep(pdf)}>
          {t.pdf}
        </Button>
      </Tooltip>
      <Button type="primary" loading={workbook.running} onClick={() => void keep(workbook)}>
        {t.excel}
      </Button>
      {preview && <PrintPreview title={t.preview} route={consolidationApi.summaryPage} sent={sent} onClose={() => setPreview(false)} />}
    </>
  )
}
