import { isUtf8 } from 'node:buffer'

/**
 * Decodes the name of a zip entry.
 *
 * | flag says UTF-8 | the bytes are                                        | read as                       |
 * |-----------------|------------------------------------------------------|-------------------------------|
 * | yes             | UTF-8                                                | UTF-8                         |
 * | no              | UTF-8                                                | UTF-8, because macOS and Linux omit the flag |
 * | no              | UTF-8 of two-byte letters beyond é and ß, and GB 18030 | GB 18030, because ÷ɽСѧ is 梅山小学 in that code page |
 * | yes or no       | no UTF-8, but GB 18030                               | GB 18030, as Chinese Windows writes |
 * | yes or no       | neither                                              | one character per byte, so that two names stay two |
 *
 * `utf8` is bit 11 of the entry's flags (APPNOTE 4.4.4).
 */
export function entryName(bytes: Buffer, utf8: boolean): string {
  if (!isUtf8(bytes)) return chineseName(bytes) ?? bytes.toString('latin1')
  const name = bytes.toString('utf8')
  return utf8 || !/[\u0100-\u07ff]/.test(name) || /[\u0800-\uffff]/.test(name) ? name : (chineseName(bytes) ?? name)
}

const gb18030 = new TextDecoder('gb18030', { fatal: true })

function chineseName(bytes: Buffer): string | null {
  try {
    return gb18030.decode(bytes)
  } catch {
    return null
  }
}
