import { Button } from 'antd'
import { useState } from 'react'
import { filingApi, type FilingView } from '../../../shared/api/filing.ts'
import { hostContract } from '../../../shared/api/host.ts'
import { useQuery } from '../../api/use-query.ts'
import { useText } from '../../text/language.tsx'
import { DownloadButton } from '../../ui/download-button.tsx'
import { PrintPreview } from '../../ui/print-preview.tsx'

/** The files to hand in: the workbook, the printed form and its PDF; after the sign-off each carries the digest of the facts. */
export function HandIn({ view, printing }: { view: FilingView; printing: boolean }) {
  const t = useText('handover')
  const host = useQuery(hostContract.about, {}).data
  const [preview, setPreview] = useState(printing)
  const params = { unit: view.unit.code }
  const draft = view.status === 'open' || view.status === 'returned'
  const pdf = host?.capabilities.pdf === true && (
    <DownloadButton route={filingApi.formPdf} sent={{ params }}>
      {t.pdf}
    </DownloadButton>
  )
  return (
    <section className="card stack">
      <h2>{t.files}</h2>
      <p className="secondary small">{draft ? t.filesDraft(view.revision + 1) : t.filesText}</p>
      {!draft && (
        <p>
          {t.digest} <b className="digest">{view.digest}</b>
        </p>
      )}
      <div className="row">
        <DownloadButton route={filingApi.workbook} sent={{ params, query: {} }} type={draft ? 'default' : 'primary'}>
          {draft ? t.workbookDraft : t.workbook}
        </DownloadButton>
        <Button onClick={() => setPreview(true)}>{t.preview}</Button>
        {pdf}
        <DownloadButton route={filingApi.workbook} sent={{ params, query: { blank: '1' } }} title={t.blankHint}>
          {t.blank}
        </DownloadButton>
      </div>
      {host?.capabilities.pdf === false && <p className="secondary small">{t.noPdf}</p>}
      {preview && (
        <PrintPreview title={t.preview} route={filingApi.formPage} sent={{ params }} onClose={() => setPreview(false)} extra={pdf} />
      )}
    </section>
  )
}
