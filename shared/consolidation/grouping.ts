/** How a collecting level may group its units (CLI.md `consolidate --by`). */
export const groupings = ['county', 'township', 'kind', 'class', 'unit'] as const
export type Grouping = (typeof groupings)[number]
