import { useState } from 'react'
import { returnFileApi } from '../../shared/api/return-file.ts'
import { saveFile } from '../api/save-file.ts'
import { act } from '../api/client.ts'
import { useScope } from '../api/scope.ts'
import { useText } from '../text/language.tsx'
import { ConfirmButton } from '../ui/confirm-button.tsx'

type ReturnButtonProps = {
  unit: string
  name: string
  size?: 'small'
  /** Receives the failure of the return; null when a new attempt begins. */
  onFailure: (failure: unknown) => void
}

/** 退回修改单: marks another unit's filing as returned and downloads the return file. */
export function ReturnButton({ unit, name, size, onFailure }: ReturnButtonProps) {
  const t = useText('returned')
  const scope = useScope()
  const [running, setRunning] = useState(false)
  const giveBack = async () => {
    setRunning(true)
    onFailure(null)
    try {
      saveFile(await act(returnFileApi.send, { scope, params: { unit } }))
    } catch (failure) {
      onFailure(failure)
    }
    setRunning(false)
  }
  return (
    <ConfirmButton size={size} ask={t.ask(name)} detail={t.detail} loading={running} onConfirm={() => void giveBack()}>
      {t.act}
    </ConfirmButton>
  )
}
