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

/** The walk over a bound tree that makes words of it: with the values of `cells`, or with null without values. */
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

/** At most four decimals; of what would show as 0, six. */
function shownFigure(value: Decimal): string {
  const short = round(value, SHOWN_PLACES)
  return toText(isZero(short) ? round(value, SHOWN_PLACES + 2) : short)
}
