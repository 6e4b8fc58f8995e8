import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { rosterApi } from '../../../shared/api/roster.ts'
import type { Answer } from '../../../shared/api/contract.ts'
import { problemSentence } from '../../../shared/text/problem-sentences.ts'
import { bytesOf } from '../../api/read-file.ts'
import { useAction } from '../../api/use-query.ts'
import { useLanguage, useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import type { ChosenFile } from '../../ui/file-drop.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'

type Outcome = Answer<typeof rosterApi.import>

/** Imports a roster in two steps: a preview of the changes, then the changes. */
export function ImportDialog({ chosen, onClose }: { chosen: ChosenFile; onClose: () => void }) {
  const t = useText('roster')
  const words = useText('common')
  const preview = useAction(rosterApi.import)
  const act = useAction(rosterApi.import)
  const [found, setFound] = useState<Outcome | null>(null)
  const [done, setDone] = useState<Outcome | null>(null)
  const previewRun = preview.run
  useEffect(() => {
    void previewRun(bytesOf(chosen.file).then((input) => ({ query: { name: chosen.file.name, dry: '1' as const }, input }))).then(
      (outcome) => {
        if (outcome !== undefined) setFound(outcome)
      },
    )
  }, [chosen, previewRun])
  const take = async () => {
    const outcome = await act.run(bytesOf(chosen.file).then((input) => ({ query: { name: chosen.file.name }, input })))
    if (outcome !== undefined) setDone(outcome)
  }
  const changes = found === null ? 0 : found.added + found.changed
  const footer =
    done !== null ? (
      <Button type="primary" onClick={onClose}>
        {words.close}
      </Button>
    ) : (
      <>
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button type="primary" disabled={changes === 0} loading={act.running} onClick={() => void take()}>
          {t.importAct(countText(changes))}
        </Button>
      </>
    )
  return (
    <Modal open title={t.previewTitle(chosen.file.name)} onCancel={onClose} footer={footer} width={620}>
      <div className="stack">
        <FailureNotice failure={preview.failure ?? act.failure} />
        {preview.running && <p className="secondary">{t.previewReading}</p>}
        {done !== null && <Notice tone="info">{t.imported(countText(done.added), countText(done.changed))}</Notice>}
        {done === null && found !== null && <Preview found={found} />}
      </div>
    </Modal>
  )
}

function Preview({ found }: { found: Outcome }) {
  const t = useText('roster')
  return (
    <>
      <div className="row import-counts">
        <span>{t.previewAdded(countText(found.added))}</span>
        <span>{t.previewChanged(countText(found.changed))}</span>
        <span className="secondary">{t.previewSame(countText(found.same))}</span>
      </div>
      <p className="secondary">{found.added + found.changed === 0 ? t.previewNothing : t.previewKeep}</p>
      <Said title={t.previewProblems(countText(found.problems.length))} tone="error" said={found.problems} />
      <Said title={t.previewWarnings(countText(found.warnings.length))} tone="warning" said={found.warnings} />
    </>
  )
}

function Said({ title, tone, said }: { title: string; tone: 'error' | 'warning'; said: Outcome['problems'] }) {
  const { language } = useLanguage()
  if (said.length === 0) return null
  return (
    <Notice tone={tone} title={title}>
      <ul className="import-problems">
        {said.map((problem, index) => (
          <li key={index}>{problemSentence(problem, language)}</li>
        ))}
      </ul>
    </Notice>
  )
}
