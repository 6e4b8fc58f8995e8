/** The names in the directory of an OLE compound file; a broken file gives the names found before the break. */
export function oleEntryNames(bytes: Buffer): string[] {
  const names: string[] = []
  if (bytes.length < 512) return names
  const sectorShift = bytes.readUInt16LE(30)
  if (sectorShift !== 9 && sectorShift !== 12) return names
  const sectorSize = 1 << sectorShift
  let sector = bytes.readUInt32LE(48)
  // A directory chain is never longer than the file; this limit also ends a circular chain.
  for (let step = 0; step * sectorSize < bytes.length; step += 1) {
    const start = (sector + 1) * sectorSize
    if (sector >= 0xfffffffa || start >= bytes.length) return names
    const end = Math.min(start + sectorSize, bytes.length)
    for (let at = start; at + 128 <= end; at += 128) {
      const length = bytes.readUInt16LE(at + 64)
      if (length >= 2 && length <= 64) names.push(bytes.toString('utf16le', at, at + length - 2))
    }
    sector = nextSector(bytes, sector, sectorSize)
  }
  return names
}

/** The sector after `sector` in its chain, by the allocation table whose first 109 sectors the header lists. */
function nextSector(bytes: Buffer, sector: number, sectorSize: number): number {
  const perTable = sectorSize / 4
  const table = Math.floor(sector / perTable)
  if (table >= 109) return 0xfffffffe
  const tableSector = bytes.readUInt32LE(76 + table * 4)
  const at = (tableSector + 1) * sectorSize + (sector % perTable) * 4
  return tableSector < 0xfffffffa && at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0xfffffffe
}
