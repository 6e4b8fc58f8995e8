/**
 * The page's message catalogue (docs/design/pages.md: Sentences): one file per area, Chinese first, English complete. A sentence with
 * values in it is a function. `words` makes a missing or an extra key of one language a compile error.
 */
type Sentence = string | ((...values: never[]) => string)
type Area = Record<string, Sentence>

/** The same keys in another language; the functions take the same values. */
type SameAs<Z extends Area> = {
  [Key in keyof Z]: Z[Key] extends (...values: infer Values) => string ? (...values: Values) => string : string
}

type AreaWords<Z extends Area> = { zh: SameAs<Z>; en: SameAs<Z> }

/** Declares an area's words. */
export function words<Z extends Area>(area: { zh: Z; en: SameAs<NoInfer<Z>> }): AreaWords<Z> {
  return area as unknown as AreaWords<Z>
}

/** A shown count with its English noun: `counted('1', 'unit')` is "1 unit". */
export function counted(count: string, one: string, many = `${one}s`): string {
  return `${count} ${count === '1' ? one : many}`
}
