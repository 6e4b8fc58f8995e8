import { bindReference, refuse } from '../kit/binder.ts'
import type { FormulaFunction } from './function.ts'

/** A cell or a range one period before. */
export const PRIOR: FormulaFunction = {
  name: 'PRIOR',
  takes: '[cell or range]',
  gives: 'as given',
  example: { formula: '[a] - PRIOR([a])', result: '10' },
  least: 1,
  most: 1,
  bind(binder, { args, name }) {
    const [argument] = args
    if (argument?.kind !== 'reference') return refuse(binder, { code: 'reference-needed', name, at: argument!.at })
    return bindReference(binder, argument.reference, 'prior')
  },
}
