import { Input, Modal } from 'antd'
import { useEffect, useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useText } from '../text/language.tsx'
import { findTargets, type JumpTarget } from './jump-index.ts'
import type { PagesInOrder } from '../place/page-names.ts'
import { go } from '../place/router.ts'
import { useJumpTargets } from './use-jump-targets.ts'
import './jump-dialog.css'

/** Ctrl+K: finds a target by name, code or pinyin initials; arrow keys choose, Enter opens. */
export function JumpDialog({ pages, onClose }: { pages: PagesInOrder; onClose: () => void }) {
  const t = useText('frame')
  const id = useId()
  const targets = useJumpTargets(pages)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const found = findTargets(targets, typed)
  const current = Math.min(chosen, found.length - 1)
  useEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, current])

  const jump = (target: JumpTarget) => {
    onClose()
    go(target.hash)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setChosen((current + step + found.length) % Math.max(1, found.length))
    }
    const target = found[current]
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && target !== undefined) jump(target)
  }
  return (
    <Modal open footer={null} closable={false} onCancel={onClose} width={560} style={{ top: 80 }} title={null} aria-label={t.jump}>
      <Input
        autoFocus
        size="large"
        placeholder={t.jumpPlaceholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={`${id}-${current}`}
      />
      <div id={id} role="listbox" className="jump-list">
        {found.map((target, index) => (
          <div
            key={target.hash}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            className="jump-item"
            onMouseMove={() => setChosen(index)}
            onClick={() => jump(target)}
          >
            <span className="grow">{target.title}</span>
            <span className="secondary small">
              {target.code} {t.jumpKinds(target.kind)}
            </span>
          </div>
        ))}
        {found.length === 0 && <p className="secondary jump-none">{t.jumpNothing}</p>}
      </div>
    </Modal>
  )
}
