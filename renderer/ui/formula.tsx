import type { Bound } from '../../shared/formula/bound/bound.ts'
import { formulaInWords } from '../../shared/scheme/formula-words.ts'
import type { Cell, Scheme } from '../../shared/scheme/scheme.ts'
import { useLanguage } from '../text/language.tsx'

type FormulaProps = {
  scheme: Scheme
  /** Null: not known; the source is all there is to show. */
  bound: Bound | null
  /** As its author wrote it: what one reads who points at it. */
  source: string
  /** The cell it computes; null for an indicator. */
  at: Cell | null
}

/** More than this nobody reads; the source says it all. */
const MOST_WORDS = 300

/** A formula said with the names of rows and columns. */
export function Formula({ scheme, bound, source, at }: FormulaProps) {
  const { lang } = useLanguage()
  const words = bound === null ? source : formulaInWords(scheme, bound, at, lang)
  return <span title={source}>{words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words}</span>
}
