import type { FigureOrigin } from '../report/origin.ts'
import { cellOf, cellTitle } from '../scheme/cells.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { languages, type LanguageCode } from './languages.ts'

/** The origin of a report's figure as a sentence; names of indicators, parameters, items and cells stay as in the scheme. */
export function originSentence(scheme: Scheme, origin: FigureOrigin, language: LanguageCode): string {
  const said = languages[language].sentences.origins
  switch (origin.kind) {
    case 'indicator': {
      const source = scheme.indicators.find(({ code }) => code === origin.code)?.source ?? ''
      return said.indicator(`${origin.code}${formulaOf(source)}`)
    }
    case 'cell':
      return `${origin.cell} ${cellTitle(scheme, origin.cell)}${formulaOf(cellOf(scheme, origin.cell)?.source ?? '')}`
    case 'blank':
      return origin.cell
    case 'parameter':
      return said.parameter(origin.name, origin.source)
    case 'item':
      return said.item(`${origin.code} ${origin.title}`)
    case 'evaluation':
    case 'filed':
    case 'full-points':
    case 'grade':
    case 'ordinal':
    case 'scheme':
    case 'task':
    case 'total-score':
    case 'workspace':
      return said.plain[origin.kind]
  }
}

function formulaOf(source: string): string {
  return source === '' ? '' : ` = ${source}`
}
