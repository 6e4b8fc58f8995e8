import { MAX_UPLOAD_BYTES } from '../../shared/api/contract.ts'
import { fail } from '../../shared/problem.ts'

/** The size limit of a JSON body (forms and explanations); files come as raw bytes. */
const MAX_JSON_BYTES = 8 * 1024 * 1024

function inMegabytes(bytes: number): string {
  return `${bytes / 1024 / 1024} MB`
}

/**
 * Reads a request body. Fails with `file-too-large` as soon as the body exceeds `limit` bytes, by Content-Length or
 * by the received bytes.
 */
async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const declared = Number(request.headers.get('content-length') ?? '0')
  if (declared > limit) fail('file-too-large', { limit: inMegabytes(limit) })
  if (request.body === null) return new Uint8Array(0)
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength
    if (size > limit) {
      await reader.cancel()
      fail('file-too-large', { limit: inMegabytes(limit) })
    }
    chunks.push(part.value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

function requireType(request: Request, type: string): void {
  const given = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  // A foreign page needs a CORS preflight to send these types, and the handler grants no preflight.
  if (given !== type) fail('invalid-request', { where: 'Content-Type', what: `${type} ≠ ${given === '' ? '–' : given}` })
}

/** Reads an uploaded file as raw bytes (docs/design/shape.md: The page). */
export async function readUpload(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  requireType(request, 'application/octet-stream')
  return readBytes(request, MAX_UPLOAD_BYTES)
}

/** Reads a JSON body as a value without validation. Fails with `invalid-request` when the body is no JSON. */
export async function readJson(request: Request): Promise<unknown> {
  requireType(request, 'application/json')
  const bytes = await readBytes(request, MAX_JSON_BYTES)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    fail('invalid-request', { where: 'JSON', what: error instanceof Error ? error.message : String(error) })
  }
}
