import type { Bound } from '../../shared/formula/bound/bound.ts'
import { formulaInWords } from '../../shared/scheme/formula-words.ts'
import type { Cell, Scheme } from '../../shared/scheme/scheme.ts'
import { useLanguage } from '../text/language.tsx'

type FormulaProps = {
  scheme: Scheme
  /** The bound formula; null when unknown, so that only the source is shown. */
  bound: Bound | null
  /** The formula as its author wrote it, shown under the pointer. */
  source: string
  /** The computed cell; null for an indicator. */
  at: Cell | null
}

/** Characters shown at most; the tooltip holds the full source. */
const MOST_WORDS = 300

/** A formula in words, with the names of rows and columns. */
export function Formula({ scheme, bound, source, at }: FormulaProps) {
  const { lang } = useLanguage()
  const words = bound === null ? source : formulaInWords(scheme, bound, at, lang)
  return <span title={source}>{words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words}</span>
}
