import type { EvidenceView } from '../../../shared/api/evidence.ts'

type ByItem = ReadonlyMap<string, readonly EvidenceView[]>

/** The evidence of each item in the given order, and the removed files that can be brought back, the latest removal first. */
export function evidenceByItem(all: readonly EvidenceView[]): { files: ByItem; removed: ByItem } {
  const files = new Map<string, EvidenceView[]>()
  const removed = new Map<string, EvidenceView[]>()
  for (const one of all) {
    const into = one.removedAt === null ? files : removed
    into.set(one.item, [...(into.get(one.item) ?? []), one])
  }
  for (const list of removed.values())
    list.sort((a, b) => (a.removedAt === b.removedAt ? b.id - a.id : (a.removedAt ?? '') < (b.removedAt ?? '') ? 1 : -1))
  return { files, removed }
}
