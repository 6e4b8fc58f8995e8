/** 「汇总自 183/186 个单位，未报 3 个」: stands under every title of a summary. */
export function drawnFrom({ filed, expected }: { filed: number; expected: number }): string {
  const missing = expected - filed
  return `汇总自 ${filed}/${expected} 个单位${missing > 0 ? `，未报 ${missing} 个` : ''}`
}
