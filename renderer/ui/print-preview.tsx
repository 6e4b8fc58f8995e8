import { Button, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { mediaTypes } from '../../shared/file-endings.ts'
import type { RouteSpec, Said } from '../../shared/api/contract.ts'
import { useAction } from '../api/use-query.ts'
import { useText } from '../text/language.tsx'
import { useFocusBack } from './focus.ts'
import { FailureNotice } from './notice.tsx'
import { ProgressBar } from './progress-bar.tsx'
import './print-preview.css'

type PrintPreviewProps<R extends RouteSpec> = { title: string; route: R; sent: Said<R>; onClose: () => void; extra?: ReactNode }

/**
 * A printable document with a print button: the HTML page that `route` answers to `sent` when the preview opens.
 * The frame runs no scripts of that page; `allow-modals` lets this page open the print dialog for it.
 */
export function PrintPreview<R extends RouteSpec & { output: 'file' }>({ title, route, sent, onClose, extra }: PrintPreviewProps<R>) {
  const t = useText('common')
  const { run, failure, running, progress } = useAction(route)
  useFocusBack()
  const [address, setAddress] = useState<string | null>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const asked = useRef(sent)
  useEffect(() => {
    let made: string | null = null
    let wanted = true
    void run(asked.current).then((answer) => {
      const file = answer as { bytes: Uint8Array<ArrayBuffer> } | undefined
      if (file === undefined || !wanted) return
      made = URL.createObjectURL(new Blob([file.bytes], { type: mediaTypes.html }))
      setAddress(made)
    })
    return () => {
      wanted = false
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [run])
  const footer = (
    <div className="row">
      <span className="grow" />
      {extra}
      <Button onClick={onClose}>{t.close}</Button>
      <Button type="primary" disabled={address === null} onClick={() => frame.current?.contentWindow?.print()}>
        {t.print}
      </Button>
    </div>
  )
  return (
    <Modal open title={title} onCancel={onClose} footer={footer} width="min(1180px, 94vw)" style={{ top: 24 }} destroyOnHidden>
      <FailureNotice failure={failure} />
      {running && <ProgressBar title={t.preparingPages} progress={progress} />}
      {address !== null && (
        <iframe ref={frame} className="print-preview" title={title} src={address} sandbox="allow-same-origin allow-modals" />
      )}
    </Modal>
  )
}
