import { Button } from 'antd'
import type { ItemScore } from '../../../shared/api/consolidation.ts'
import { evidenceApi } from '../../../shared/api/evidence.ts'
import { divide, fromInteger } from '../../../shared/decimal/decimal.ts'
import { saveFile } from '../../api/save-file.ts'
import { useAction } from '../../api/use-query.ts'
import { useText } from '../../text/language.tsx'
import { FileButton } from '../../ui/file-drop.tsx'
import { figureText } from '../../ui/figure.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { timeText } from '../../ui/time.ts'
import { EvidenceIntakeNotice } from './evidence-intake.tsx'
import type { EvidenceState } from './use-evidence.ts'

/** 佐证材料: the files kept for one item, with buttons to add, download, remove and bring back files. */
export function EvidenceList({ item, evidence: { intake, ...evidence } }: { item: ItemScore; evidence: EvidenceState }) {
  const t = useText('evidence')
  const files = evidence.files.get(item.code) ?? []
  const removed = evidence.removed.get(item.code) ?? []
  const remove = useAction(evidenceApi.remove)
  const bringBack = useAction(evidenceApi.bringBack)
  const fetching = useAction(evidenceApi.file)
  const download = async (id: number) => {
    const file = await fetching.run({ params: { id } })
    if (file !== undefined) saveFile(file)
  }
  return (
    <section className="stack" aria-label={t.evidence}>
      <div className="row">
        <h3 className="grow">{t.evidence}</h3>
        <FileButton
          several="files"
          size="small"
          disabled={intake.progress !== null}
          onFiles={(chosen) => void intake.add(item.code, chosen)}
        >
          {t.addFiles}
        </FileButton>
      </div>
      <EvidenceIntakeNotice intake={intake} />
      {files.length === 0 && (item.evidence ? <Notice tone="warning">{t.needed}</Notice> : <p className="secondary">{t.none}</p>)}
      <ul className="evidence-list">
        {files.map(({ id, name, bytes, by, at }) => (
          <li key={id} className="row">
            <div className="grow evidence-name">
              <button type="button" className="link-button" onClick={() => void download(id)}>
                {name}
              </button>
              <div className="secondary small">
                <SizeText bytes={bytes} /> · {t.from(by, timeText(at))}
              </div>
            </div>
            <Button
              size="small"
              aria-label={t.removeLabel(name)}
              disabled={remove.running}
              onClick={() => void remove.run({ params: { id } })}
            >
              {t.remove}
            </Button>
          </li>
        ))}
      </ul>
      {removed.map(({ id, name }) => (
        <Notice
          key={id}
          tone="info"
          action={
            <Button
              size="small"
              aria-label={t.undoLabel(name)}
              disabled={bringBack.running}
              onClick={() => void bringBack.run({ params: { id } })}
            >
              {t.undo}
            </Button>
          }
        >
          {t.removed(name)}
        </Notice>
      ))}
      <p className="secondary small evidence-drop">{t.hint}</p>
      <FailureNotice failure={remove.failure ?? bringBack.failure ?? fetching.failure} />
    </section>
  )
}

function SizeText({ bytes }: { bytes: number }) {
  const t = useText('evidence')
  const large = bytes >= 1_000_000
  return (
    <span className="figure">
      {t.size(
        figureText(divide(fromInteger(bytes), fromInteger(large ? 1_000_000 : 1_000)), large ? '0.0' : '#,##0.0'),
        large ? 'MB' : 'KB',
      )}
    </span>
  )
}
