import { useState } from 'react'
import { evidenceApi } from '../../../shared/api/evidence.ts'
import { announce } from '../../api/changes.ts'
import { call } from '../../api/client.ts'
import { createFileSender, NOT_SENDING, type Sending } from '../../api/file-sender.ts'
import { bytesOf } from '../../api/read-file.ts'
import { useScope } from '../../api/scope.ts'
import type { ChosenFile } from '../../ui/file-drop.tsx'

export type EvidenceIntake = Sending & {
  /** Keeps files for an item; more may be added while it runs. */
  add: (item: string, files: readonly ChosenFile[]) => Promise<void>
  /** Sends no more files; kept files stay. */
  stop: () => void
}

/** Adds files to the workspace as evidence, one after the other. A file that cannot be read or is refused does not stop the others. */
export function useEvidenceIntake(): EvidenceIntake {
  const scope = useScope()
  const [sending, setSending] = useState(NOT_SENDING)
  const [sender] = useState(() =>
    createFileSender<ChosenFile & { item: string }>({
      lanes: 1,
      async send({ item, file }, signal) {
        await call(evidenceApi.add, { scope, params: { item }, query: { name: file.name }, input: await bytesOf(file) }, { signal })
      },
      ended: () => announce(evidenceApi.add),
      onState: setSending,
    }),
  )
  const add = async (item: string, files: readonly ChosenFile[]) => {
    if (sending.progress === null) sender.forget()
    await sender.add(files.map((chosen) => ({ ...chosen, item })))
  }
  return { ...sending, add, stop: sender.stop }
}
