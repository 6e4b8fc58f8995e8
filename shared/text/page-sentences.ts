import type { page as chinese } from './zh/page.ts'

/** A sentence of the page; a sentence with values in it is a function. */
type Sentence = string | ((...values: never[]) => string)

/** An area in any language: the keys of the Chinese area, and functions of the same values. */
type SameAs<Chinese extends Record<string, Sentence>> = {
  [Key in keyof Chinese]: Chinese[Key] extends (...values: infer Values) => string ? (...values: Values) => string : string
}

/**
 * Every sentence of the page in one language (docs/design/pages.md: Sentences), by area. The Chinese sentences give the keys and the types;
 * a key that another language lacks, or has too many, does not compile.
 */
export type PageSentences = { [Area in keyof typeof chinese]: SameAs<(typeof chinese)[Area]> }
