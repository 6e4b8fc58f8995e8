import type { Log } from '../../electron/machine/log.ts'

/** A log that writes nothing. */
export const silentLog: Log = { event: () => {}, fault: () => {} }
