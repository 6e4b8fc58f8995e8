import type { FileAnswer } from '../../shared/api/contract.ts'

/** Hands a file to the person as a download; the browser or the window decides the place. */
export function saveFile(file: FileAnswer): void {
  const address = URL.createObjectURL(new Blob([file.bytes], { type: file.type }))
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  // The browser holds the bytes once the click is handled; a minute is enough.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
