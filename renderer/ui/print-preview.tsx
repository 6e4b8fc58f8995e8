import { Button, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { FileAnswer } from '../../shared/api/contract.ts'
import { mediaTypes } from '../../shared/file-endings.ts'
import { common } from '../text/common.ts'
import { useText } from '../text/language.tsx'
import { useFocusBack } from './focus.ts'

type PrintPreviewProps = { title: string; print: string; page: FileAnswer; onClose: () => void }

/** Shows a printed document as it goes on paper, and prints it. The document is a page of its own: nothing of it runs here. */
export function PrintPreview({ title, print, page, onClose }: PrintPreviewProps) {
  const words = useText(common)
  const frame = useRef<HTMLIFrameElement>(null)
  useFocusBack()
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([page.bytes], { type: mediaTypes.html }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [page])
  const footer = (
    <>
      <Button onClick={onClose}>{words.close}</Button>
      <Button type="primary" onClick={() => frame.current?.contentWindow?.print()}>
        {print}
      </Button>
    </>
  )
  return (
    <Modal open title={title} onCancel={onClose} footer={footer} width="min(1180px, 94vw)" style={{ top: 24 }}>
      {address !== null && (
        <iframe
          ref={frame}
          src={address}
          title={title}
          style={{ display: 'block', width: '100%', height: 'calc(100vh - 200px)', border: '1px solid var(--line)' }}
        />
      )}
    </Modal>
  )
}
