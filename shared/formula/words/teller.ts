import { isZero, toText, type Decimal } from '../../decimal/decimal.ts'
import { display } from '../../decimal/display.ts'
import { round } from '../../decimal/rounding.ts'
import type { Lang } from '../../words.ts'
import type { CellSource, Value } from '../bound/cell-source.ts'
import { orBlank } from '../bound/no-value.ts'
import type { SpokenNames, Teller } from '../kit/teller.ts'
import { wordsOf } from '../kit/wording.ts'
import { compileValue } from '../run/compile.ts'
import { clauseOf } from './clause.ts'
import { phraseOf } from './phrase.ts'

const SHOWN_PLACES = 4

/** Makes the walk that words a bound tree: with the values of `cells`, or without values when `cells` is null. */
export function tellerOf(names: SpokenNames, lang: Lang, cells: CellSource | null): Teller {
  const words = wordsOf(lang)
  const teller: Teller = {
    lang,
    words,
    names,
    cells,
    value: (node) => (cells === null ? null : orBlank(() => compileValue(node)(cells))),
    shown: (value, percent) => shownValue(value, words.blank, percent),
    phrase: (node) => phraseOf(teller, node),
    say(node, rank = 0) {
      const { text, rank: own } = phraseOf(teller, node)
      return own < rank ? `(${text})` : text
    },
    clause: (node, holds, mood) => clauseOf(teller, node, holds, mood),
  }
  return teller
}

function shownValue(value: Value, blank: string, percent: 'percent' | undefined): string {
  if (value === null) return blank
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'string' ? value : percent ? display(value, '0.##%') : shownFigure(value)
}

/** A figure with at most four decimals; with six when four would show 0. */
function shownFigure(value: Decimal): string {
  const short = round(value, SHOWN_PLACES)
  return toText(isZero(short) ? round(value, SHOWN_PLACES + 2) : short)
}
