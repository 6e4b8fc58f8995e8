import type { BatchFile as BatchFileView } from '../../../shared/api/batch.ts'
import type { Progress } from '../../../shared/api/contract.ts'
import { sha256 } from '../../machine/digest.ts'
import type { NamedFile } from '../../machine/files.ts'
import type { ReturnReader } from '../../workbook/return.ts'
import { filesInZip, isPlainZip, type UnpackedFile } from '../../workbook/unpack-zip.ts'
import type { Session } from '../workspace/session.ts'
import type { OpenBatch, PendingFile } from './open-batches.ts'
import { addArrived, fileView, type Arrived } from './preview.ts'

/**
 * The number of files, and of bytes, read and judged at a time: enough to keep the reading threads busy, few enough to save memory.
 */
const CHUNK = { files: 32, bytes: 32 * 1024 * 1024 }

/**
 * Reads files into an open batch in the given order, on several threads. A zip counts as a folder.
 * `report` gets the progress and throws when the person cancels. Fails as `addArrived` does.
 */
export async function receiveFiles(
  session: Session,
  reader: ReturnReader,
  batch: OpenBatch,
  incoming: Iterable<NamedFile>,
  report: (progress: Progress) => Promise<void>,
  total: number | null,
): Promise<BatchFileView[]> {
  const added: PendingFile[] = []
  const chunks = inChunks(unpacked(incoming))
  const readNext = (): Promise<Arrived[]> | null => {
    const { value: chunk } = chunks.next()
    return chunk === undefined ? null : Promise.all(chunk.map((file) => readOne(reader, file)))
  }
  let next = readNext()
  while (next !== null) {
    const arrived: Arrived[] = await next
    // The threads read the next files while this chunk is judged.
    next = readNext()
    added.push(...addArrived(session, batch, arrived))
    await report({ done: added.length, total, at: arrived.at(-1)?.name ?? '' })
  }
  return added.map(fileView)
}

async function readOne(reader: ReturnReader, { name, bytes, problem }: UnpackedFile): Promise<Arrived> {
  const reading =
    problem === null
      ? await reader.read(name, bytes)
      : ({ sha256: sha256(bytes), size: bytes.byteLength, outcome: 'refused', problem } as const)
  return { name, bytes, reading }
}

function* unpacked(files: Iterable<NamedFile>): Generator<UnpackedFile> {
  for (const file of files) {
    if (isPlainZip(file.bytes)) yield* filesInZip(file.bytes)
    else yield { ...file, problem: null }
  }
}

function* inChunks(files: Iterable<UnpackedFile>): Generator<UnpackedFile[], undefined> {
  let chunk: UnpackedFile[] = []
  let bytes = 0
  for (const file of files) {
    chunk.push(file)
    bytes += file.bytes.byteLength
    if (chunk.length < CHUNK.files && bytes < CHUNK.bytes) continue
    yield chunk
    chunk = []
    bytes = 0
  }
  if (chunk.length > 0) yield chunk
}
