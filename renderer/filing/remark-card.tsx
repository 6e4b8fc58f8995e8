import { MessageOutlined } from '@ant-design/icons'
import { fill } from '../text/fill.ts'
import { useText } from '../text/language.tsx'
import { returned } from '../text/returned.ts'
import './finding-card.css'

/** What the collecting unit wrote on one cell of the return file, as it wrote it, and the way to the cell. */
export function RemarkCard({ place, text, onJump }: { place: string; text: string; onJump: () => void }) {
  const t = useText(returned)
  const { jumpToCell } = useText(fill)
  return (
    <article className="finding" aria-label={`${t.remark} ${place}`}>
      <div className="finding-icon">
        <MessageOutlined className="finding-amber" />
      </div>
      <div className="grow stack-small">
        <div>
          <div className="small">
            <b>{t.remark}</b> <span className="secondary">{place}</span>
          </div>
          <div className="remark-text">{text}</div>
        </div>
        <div>
          <button type="button" className="link-button small" onClick={onJump}>
            → {jumpToCell}
          </button>
        </div>
      </div>
    </article>
  )
}
