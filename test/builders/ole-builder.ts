/** An OLE compound file with only a directory of these names, which a sniffer takes for .xls, .et or encrypted .xlsx. */
export function buildOle(names: readonly string[]): Buffer {
  const directorySectors = Math.max(1, Math.ceil(names.length / 4))
  const file = Buffer.alloc(512 * (2 + directorySectors))
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file)
  file.writeUInt16LE(9, 30)
  file.writeUInt32LE(1, 48)
  file.fill(0xff, 76, 512)
  file.writeUInt32LE(0, 76)
  // Sector 0 is the allocation table, the directory follows.
  file.fill(0xff, 512, 1024)
  file.writeUInt32LE(0xfffffffd, 512)
  for (let sector = 1; sector <= directorySectors; sector += 1)
    file.writeUInt32LE(sector === directorySectors ? 0xfffffffe : sector + 1, 512 + sector * 4)
  names.forEach((name, index) => {
    const at = 1024 + index * 128
    file.write(name, at, 'utf16le')
    file.writeUInt16LE(name.length * 2 + 2, at + 64)
  })
  return file
}
