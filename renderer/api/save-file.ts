import type { FileAnswer } from '../../shared/api/contract.ts'

/** Hands a file to the person: the browser, or the window, asks where to keep it or puts it into the downloads. */
export function saveFile(file: FileAnswer): void {
  const address = URL.createObjectURL(new Blob([file.bytes], { type: file.type }))
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  // The download has taken its hold of the bytes once the click has been handled; a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
