import { useRef, useState } from 'react'
import type { Progress } from '../../../shared/api/contract.ts'
import { evidenceApi } from '../../../shared/api/evidence.ts'
import { announce } from '../../api/changes.ts'
import { call } from '../../api/client.ts'
import { bytesOf } from '../../api/read-file.ts'
import { useScope } from '../../api/scope.ts'
import type { ChosenFile } from '../../ui/file-drop.tsx'

/** A file that was not kept, with the thrown failure. */
type NotKept = { path: string; failure: unknown }

export type EvidenceIntake = {
  /** Keeps files for an item; more may be added while it runs. */
  add: (item: string, files: readonly ChosenFile[]) => Promise<void>
  /** The progress of the files being added; null when there are none. */
  progress: Progress | null
  notKept: readonly NotKept[]
  /** Sends no more files; kept files stay. */
  stop: () => void
}

/** Adds files to the workspace as evidence, one after the other. A file that cannot be read or is refused does not stop the others. */
export function useEvidenceIntake(): EvidenceIntake {
  const scope = useScope()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [notKept, setNotKept] = useState<readonly NotKept[]>([])
  const queue = useRef<(ChosenFile & { item: string })[]>([])
  const running = useRef<AbortController | null>(null)
  const send = async ({ item, path, file }: ChosenFile & { item: string }, signal: AbortSignal) => {
    try {
      await call(evidenceApi.add, { scope, params: { item }, query: { name: file.name }, input: await bytesOf(file) }, { signal })
    } catch (failure) {
      if (!signal.aborted) setNotKept((before) => [...before, { path, failure }])
    }
  }
  const add = async (item: string, files: readonly ChosenFile[]) => {
    queue.current.push(...files.map((chosen) => ({ ...chosen, item })))
    setProgress((before) => ({ done: before?.done ?? 0, total: (before?.total ?? 0) + files.length }))
    if (running.current !== null) return
    const { signal } = (running.current = new AbortController())
    setNotKept([])
    for (let next = queue.current.shift(); next !== undefined; next = queue.current.shift()) {
      await send(next, signal)
      setProgress((before) => before && { ...before, done: before.done + 1 })
    }
    running.current = null
    setProgress(null)
    announce(evidenceApi.add)
  }
  const stop = () => {
    queue.current = []
    running.current?.abort()
  }
  return { add, progress, notKept, stop }
}
