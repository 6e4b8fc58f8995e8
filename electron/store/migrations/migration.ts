/** A step of the schema. Numbered by ten, so that an urgent step fits between; a released step never changes. */
export type Migration = { version: number; sql: string }
