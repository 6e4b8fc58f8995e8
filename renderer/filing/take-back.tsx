import { Tooltip } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { returnFileApi, type TakenBack } from '../../shared/api/return-file.ts'
import { bytesOf } from '../api/read-file.ts'
import { useAction } from '../api/use-query.ts'
import { hashOf } from '../place/router.ts'
import { useText } from '../text/language.tsx'
import { countText } from '../ui/figure.tsx'
import { FileButton, type ChosenFile } from '../ui/file-drop.tsx'
import { FailureNotice, Notice } from '../ui/notice.tsx'
import { AdoptedNotice } from './adopted-notice.tsx'

/** 导入退回的文件: the button that imports a returned file, in the style of `type`, and a notice with the result. */
export function useTakeBack(unit: string, type: 'default' | 'text'): { button: ReactNode; notice: ReactNode } {
  const t = useText('returned')
  const { gap } = useText('common')
  const takeBack = useAction(returnFileApi.takeBack)
  const [came, setCame] = useState<TakenBack | null>(null)
  const [undone, setUndone] = useState(false)
  const take = async ([chosen]: ChosenFile[]) => {
    if (chosen === undefined) return
    setCame(null)
    setUndone(false)
    const { file } = chosen
    setCame((await takeBack.run(bytesOf(file).then((input) => ({ params: { unit }, query: { name: file.name }, input })))) ?? null)
  }
  const remarks = Object.keys(came?.filing.remarks ?? {}).length
  const button = (
    <Tooltip title={t.importHint} placement="left">
      <span>
        <FileButton accept=".xlsx" type={type} onFiles={(files) => void take(files)} disabled={takeBack.running}>
          {t.import}
        </FileButton>
      </span>
    </Tooltip>
  )
  const notice = (
    <>
      <FailureNotice failure={takeBack.failure} />
      {came?.blank === true && <Notice tone="info">{came.adopted === null ? t.blankSame : t.blank}</Notice>}
      {came !== null &&
        came.adopted !== null &&
        (undone ? <Notice tone="info">{t.undone}</Notice> : <AdoptedNotice adopted={came.adopted} onUndone={() => setUndone(true)} />)}
      {came !== null && !came.blank && (
        <Notice tone={came.differences > 0 ? 'warning' : 'info'} action={<a href={hashOf('checks', ['own'])}>{t.toChecks}</a>}>
          {[
            came.taken ? t.taken : came.differences > 0 ? t.differs(countText(came.differences)) : t.opened,
            remarks > 0 ? t.remarksCame(countText(remarks)) : '',
          ]
            .filter(Boolean)
            .join(gap)}
        </Notice>
      )}
    </>
  )
  return { button, notice }
}
