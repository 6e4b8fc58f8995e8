import type { Duplex, Readable, Writable } from 'node:stream'

type Message = {
  id?: number
  method?: string
  params?: Record<string, unknown>
  result?: Record<string, unknown>
  error?: { message: string }
  sessionId?: string
}

export type DevTools = {
  /** Sends a command and returns the browser's result; throws with the browser's error message. */
  send: (method: string, params?: Record<string, unknown>, sessionId?: string) => Promise<Record<string, unknown>>
  /** Waits for the next event of a method; call before sending the command that causes the event. */
  once: (method: string) => Promise<Record<string, unknown>>
}

/**
 * A DevTools connection to a browser over two pipes (--remote-debugging-pipe: JSON, each message ended by a
 * zero byte). No port is open, so no other program can connect.
 */
export function devToolsPipe(out: Writable | Duplex, back: Readable | Duplex): DevTools {
  const answers = new Map<number, { done: (result: Record<string, unknown>) => void; failed: (error: Error) => void }>()
  const events = new Map<string, (params: Record<string, unknown>) => void>()
  let last = 0
  let rest: Buffer[] = []

  function hear(message: Message): void {
    if (message.id !== undefined) {
      const waiting = answers.get(message.id)
      answers.delete(message.id)
      if (message.error !== undefined) waiting?.failed(new Error(message.error.message))
      else waiting?.done(message.result ?? {})
    } else if (message.method !== undefined) {
      const waiting = events.get(message.method)
      events.delete(message.method)
      waiting?.(message.params ?? {})
    }
  }

  back.on('data', (part: Buffer) => {
    let from = 0
    for (let end = part.indexOf(0); end >= 0; end = part.indexOf(0, from)) {
      hear(JSON.parse(Buffer.concat([...rest, part.subarray(from, end)]).toString('utf8')) as Message)
      rest = []
      from = end + 1
    }
    if (from < part.length) rest.push(part.subarray(from))
  })
  back.on('close', () => {
    for (const waiting of answers.values()) waiting.failed(new Error('the browser has ended'))
    answers.clear()
  })
  // The `close` handler above reports a browser that ends during a write.
  out.on('error', () => {})
  back.on('error', () => {})

  return {
    send: (method, params = {}, sessionId) =>
      new Promise((done, failed) => {
        last += 1
        answers.set(last, { done, failed })
        out.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`)
      }),
    once: (method) => new Promise((done) => events.set(method, done)),
  }
}
