type Tree<Item> = { code: string; items: readonly Item[] }

/** Finds the item with a code in an evaluation's tree; null when no item has the code. */
export function findItem<Item extends Tree<Item>>(items: readonly Item[], code: string): Item | null {
  for (const item of items) {
    const found = item.code === code ? item : findItem(item.items, code)
    if (found !== null) return found
  }
  return null
}
