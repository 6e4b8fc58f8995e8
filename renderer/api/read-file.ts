/** A chosen file that cannot be read: moved, taken away with its disk, or held by another program. Shown by `useFailureSentence`. */
export class FileUnreadable extends Error {
  constructor(cause: unknown) {
    super('the file cannot be read', { cause })
    this.name = 'FileUnreadable'
  }
}

/** The bytes of a chosen file; throws FileUnreadable. */
export async function bytesOf(file: File): Promise<ArrayBuffer> {
  return file.arrayBuffer().catch((cause: unknown) => {
    throw new FileUnreadable(cause)
  })
}
