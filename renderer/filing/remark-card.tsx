import { MessageOutlined } from '@ant-design/icons'
import { useText } from '../text/language.tsx'
import { FindingFrame, JumpToCell } from './finding-frame.tsx'

/** The collecting unit's remark on one cell of the return file, word for word, with a link to the cell. */
export function RemarkCard({ place, text, onJump }: { place: string; text: string; onJump: () => void }) {
  const t = useText('returned')
  return (
    <FindingFrame icon={<MessageOutlined className="finding-amber" />} label={`${t.remark} ${place}`}>
      <div>
        <div className="small">
          <b>{t.remark}</b> <span className="secondary">{place}</span>
        </div>
        <div className="remark-text">{text}</div>
      </div>
      <div>
        <JumpToCell onJump={onJump} />
      </div>
    </FindingFrame>
  )
}
