import type { Scheme, Table } from '../scheme/scheme.ts'
import { languages, type LanguageCode } from './languages.ts'
import { headKeys, type HeadKey } from './head-keys.ts'

/** A line of the head, `制定机关：国家统计局`, as its two parts. */
export type HeadLine = { label: string; value: string }

/**
 * The head of a statutory form in its fixed order (docs/design/domain.md: Statutory form), for screen, paper and
 * workbooks; lines without a value in the scheme are left out.
 */
export function statutoryHead(scheme: Scheme, table: Pick<Table, 'code'>, language: LanguageCode): HeadLine[] {
  return headLines({ code: table.code, issuer: scheme.issuer, ...approval(scheme, language) }, language)
}

/** The lines of the head on the form's approval and validity; empty for a county's own forms. */
export function approvalLines(scheme: Scheme, language: LanguageCode): HeadLine[] {
  return headLines(approval(scheme, language), language)
}

/** The table's unit note with its label; empty when the scheme has no unit note. */
export function unitNoteLine({ unitNote }: Pick<Table, 'unitNote'>, language: LanguageCode): string {
  return unitNote === '' ? '' : languages[language].sentences.head.units(unitNote)
}

/** A day or month in Chinese words (2027 年 9 月 30 日, 2027 年 9 月); English keeps the ISO text. */
export function dayWords(iso: string, language: LanguageCode): string {
  return languages[language].sentences.head.day(iso)
}

function approval(scheme: Scheme, language: LanguageCode): Partial<Record<HeadKey, string>> {
  const { approvedBy, approvalNumber, validUntil } = scheme
  return { approvedBy, approvalNumber, validUntil: validUntil === null ? '' : dayWords(validUntil, language) }
}

function headLines(values: Partial<Record<HeadKey, string>>, language: LanguageCode): HeadLine[] {
  const { labels } = languages[language].sentences.head
  return headKeys.flatMap((key) => {
    const value = values[key] ?? ''
    return value === '' ? [] : [{ label: labels[key], value }]
  })
}
