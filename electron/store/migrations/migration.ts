/** One step of the schema. Numbered by ten, so that an urgent one fits between; never changed once released. */
export type Migration = { version: number; sql: string }
