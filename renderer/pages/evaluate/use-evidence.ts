import { useMemo, useState } from 'react'
import { evidenceApi } from '../../../shared/api/evidence.ts'
import type { ItemScore } from '../../../shared/api/consolidation.ts'
import { useAction, useQuery } from '../../api/use-query.ts'
import { useFileDrop, type ChosenFile } from '../../ui/file-drop.tsx'
import { evidenceByItem } from './evidence-by-item.ts'
import { EVIDENCE_CHANGES } from './evidence-list.tsx'

/**
 * The evidence of the evaluation by item, and adding to it: `add` to an item, or by dropping files on the page, which
 * takes them to the item of the open drawer, else to the line under the pointer.
 */
export function useEvidence(opened: ItemScore | null) {
  const list = useQuery(evidenceApi.list, {})
  const keep = useAction(evidenceApi.add, EVIDENCE_CHANGES)
  const [adding, setAdding] = useState(false)
  const [missed, setMissed] = useState(false)
  const [under, setUnder] = useState<string | null>(null)
  const add = async (item: string, files: readonly ChosenFile[]) => {
    setMissed(false)
    setAdding(true)
    for (const { file } of files) if ((await keep.run({ params: { item }, query: { name: file.name }, input: await file.arrayBuffer() })) === undefined) break
    setAdding(false)
  }
  const drop = (files: readonly ChosenFile[], onto: Element | null) => {
    const item = opened?.code ?? itemAt(onto)
    if (item === null) setMissed(true)
    else void add(item, files)
  }
  const over = useFileDrop(drop, (onto) => setUnder(itemAt(onto)))
  const { files, removed } = useMemo(() => evidenceByItem(list.data ?? []), [list.data])
  return { files, removed, read: list.data !== undefined, add, adding, missed, over, target: opened?.code ?? under, failure: list.failure ?? keep.failure }
}

/** The item whose line a place on the page lies in; null beside the lines. */
function itemAt(place: Element | null): string | null {
  return place?.closest<HTMLElement>('[data-item]')?.dataset['item'] ?? null
}
