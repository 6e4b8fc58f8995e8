/**
 * A module for `node --import`: notes every network request of a program in the file named by XIAOTONG_WATCH, without
 * stopping the request. Worker threads and child Node processes load the module too.
 */
import { appendFileSync } from 'node:fs'
import dgram from 'node:dgram'
import dns from 'node:dns'
import net from 'node:net'
import { syncBuiltinESMExports } from 'node:module'

const report = process.env['XIAOTONG_WATCH'] ?? ''

function note(what: string): void {
  if (report !== '') appendFileSync(report, `${what}\n`)
}

const { connect } = net.Socket.prototype
net.Socket.prototype.connect = function watched(this: net.Socket, ...args: never[]): net.Socket {
  note(`connect ${JSON.stringify(args[0])}`)
  return (connect as (...rest: never[]) => net.Socket).apply(this, args)
} as typeof connect

for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6'] as const) {
  const original = dns[name] as (...rest: unknown[]) => void
  Object.assign(dns, {
    [name]: (...args: unknown[]) => {
      // Listening on 127.0.0.1 calls lookup, which asks no network.
      if (args[0] !== '127.0.0.1') note(`${name} ${String(args[0])}`)
      original(...args)
    },
  })
}

const { createSocket } = dgram
dgram.createSocket = ((...args: Parameters<typeof createSocket>) => {
  note('datagram socket')
  return createSocket(...args)
}) as typeof createSocket

syncBuiltinESMExports()
