import { Button, Modal } from 'antd'
import { useCallback, useRef } from 'react'
import type { FileAnswer } from '../../shared/api/contract.ts'
import { common } from '../text/common.ts'
import { useText } from '../text/language.tsx'
import { useFocusBack } from './focus.ts'

type PrintPreviewProps = { title: string; print: string; page: FileAnswer; onClose: () => void }

/** Shows a printed document as it goes on paper, and prints it. The document is a page of its own: nothing of it runs here. */
export function PrintPreview({ title, print, page, onClose }: PrintPreviewProps) {
  const words = useText(common)
  const shown = useRef<HTMLIFrameElement>(null)
  useFocusBack()
  const show = useCallback(
    (frame: HTMLIFrameElement) => {
      const address = URL.createObjectURL(new Blob([page.bytes], { type: 'text/html;charset=utf-8' }))
      frame.src = address
      shown.current = frame
      return () => URL.revokeObjectURL(address)
    },
    [page],
  )
  const footer = (
    <>
      <Button onClick={onClose}>{words.close}</Button>
      <Button type="primary" onClick={() => shown.current?.contentWindow?.print()}>
        {print}
      </Button>
    </>
  )
  return (
    <Modal open title={title} onCancel={onClose} footer={footer} width="min(1180px, 94vw)" style={{ top: 24 }}>
      <iframe
        ref={show}
        title={title}
        style={{ display: 'block', width: '100%', height: 'calc(100vh - 200px)', border: '1px solid var(--line)' }}
      />
    </Modal>
  )
}
