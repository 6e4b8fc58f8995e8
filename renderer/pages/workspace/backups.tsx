import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { workspaceApi, type BackupView } from '../../../shared/api/workspace.ts'
import { divide, fromInteger } from '../../../shared/decimal/decimal.ts'
import { forgetAnswers, useAction, useQuery } from '../../api/use-query.ts'
import { useText } from '../../text/language.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { figureText } from '../../ui/figure.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { secondText } from '../../ui/time.ts'
import { restoredAt, rememberRestored } from './restored.ts'

const MEGABYTE = fromInteger(1024 * 1024)

/** The backups of the workspace; a restore first backs up the present state. */
export function Backups() {
  const t = useText('workspace')
  const backups = useQuery(workspaceApi.backups, {})
  const backUp = useAction(workspaceApi.backUp)
  const restore = useAction(workspaceApi.restore)
  const [done, setDone] = useState(() => {
    const at = restoredAt()
    return at === null ? '' : t.restored(secondText(at))
  })
  // The note is shown once, on the page after the restore.
  useEffect(() => rememberRestored(null), [])
  const backUpNow = async () => {
    const made = await backUp.run({})
    if (made !== undefined) setDone(t.backedUp(secondText(made.at)))
  }
  const bringBack = async ({ file, at }: BackupView) => {
    if ((await restore.run({ input: { file } })) === undefined) return
    rememberRestored(at)
    forgetAnswers()
    // The page is loaded again, because all its filings are from before the restore.
    location.reload()
  }
  return (
    <section className="card stack workspace-backups">
      <div className="row">
        <h2 className="grow">{t.backups}</h2>
        <Button loading={backUp.running} onClick={() => void backUpNow()}>
          {t.backUp}
        </Button>
      </div>
      <p className="secondary small">{t.backupsText}</p>
      <FailureNotice failure={backups.failure ?? backUp.failure ?? restore.failure} />
      {done !== '' && <p role="status">✓ {done}</p>}
      {backups.data?.length === 0 && <p className="secondary">{t.noBackups}</p>}
      {backups.data !== undefined && backups.data.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t.at}</th>
              <th scope="col">{t.why}</th>
              <th scope="col" className="number">
                {t.size}
              </th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {backups.data.map((backup) => (
              <tr key={backup.file}>
                <th scope="row" className="figure">
                  {secondText(backup.at)}
                </th>
                <td>{t.reason(backup.reason)}</td>
                <td className="number figure">{t.megabytes(figureText(divide(fromInteger(backup.bytes), MEGABYTE), '0.0'))}</td>
                <td className="number">
                  <ConfirmButton
                    size="small"
                    ask={t.restoreAsk(secondText(backup.at))}
                    detail={t.restoreDetail}
                    disabled={restore.running}
                    onConfirm={() => void bringBack(backup)}
                  >
                    {t.restore}
                  </ConfirmButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
