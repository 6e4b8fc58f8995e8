import { useMemo, useState } from 'react'
import { evidenceApi, type EvidenceView } from '../../../shared/api/evidence.ts'
import type { ItemScore } from '../../../shared/api/consolidation.ts'
import { useQuery } from '../../api/use-query.ts'
import { useFileDrop, type ChosenFile } from '../../ui/file-drop.tsx'
import { evidenceByItem } from './evidence-by-item.ts'
import { useEvidenceIntake, type EvidenceIntake } from './use-evidence-intake.ts'

export type EvidenceState = {
  files: ReadonlyMap<string, readonly EvidenceView[]>
  removed: ReadonlyMap<string, readonly EvidenceView[]>
  /** True when the evidence has been read. */
  read: boolean
  failure: unknown
  intake: EvidenceIntake
  /** True after a drop beside the items. */
  missed: boolean
  /** True while files are dragged over the page. `target` is the item that a drop would add them to. */
  over: boolean
  target: string | null
}

/**
 * The evidence by item, and the ways to add to it: `intake`, or a drop on the page, which goes to the item of the open drawer, else to the
 * line under the pointer.
 */
export function useEvidence(opened: ItemScore | null): EvidenceState {
  const list = useQuery(evidenceApi.list, {})
  const intake = useEvidenceIntake()
  const [missed, setMissed] = useState(false)
  const [under, setUnder] = useState<string | null>(null)
  const drop = (files: readonly ChosenFile[], onto: Element | null) => {
    const item = opened?.code ?? itemAt(onto)
    setMissed(item === null)
    if (item !== null) void intake.add(item, files)
  }
  const over = useFileDrop(drop, (onto) => setUnder(itemAt(onto)))
  const { files, removed } = useMemo(() => evidenceByItem(list.data ?? []), [list.data])
  return { files, removed, read: list.data !== undefined, failure: list.failure, intake, missed, over, target: opened?.code ?? under }
}

/** The item of the line around an element of the page; null beside the lines. */
function itemAt(place: Element | null): string | null {
  return place?.closest<HTMLElement>('[data-item]')?.dataset['item'] ?? null
}
