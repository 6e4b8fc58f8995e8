import type { FileAnswer } from '../../shared/api/contract.ts'
import { endingOf, mediaTypes } from '../../shared/file-endings.ts'

/** A file answer with the media type of the name's ending; an unknown ending gives plain bytes. Text becomes UTF-8. */
export function fileAnswer(name: string, content: Uint8Array<ArrayBuffer> | string): FileAnswer {
  const ending = endingOf(name)
  return {
    name,
    type: ending === null ? 'application/octet-stream' : mediaTypes[ending],
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }
}
