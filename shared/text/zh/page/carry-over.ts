/** Taking figures over from the filings of other schemes. */
export const carryOverText = {
  offer: (cells: string, from: string) => `还有 ${cells} 格可以取自“${from}”，不必重填。`,
  take: '带入',
  taken: (cells: string, from: string) => `已从“${from}”带入 ${cells} 格；已填的内容没有改动。`,
  none: (from: string) => `“${from}”中没有可带入的数：本单位还没有填，或者数与本表的格不合。`,
}
