import type { Scheme, Table } from '../scheme/scheme.ts'
import type { Lang } from '../words.ts'

/** One line of the head, `制定机关：国家统计局`, as its two parts. */
export type HeadLine = { label: string; value: string }

type HeadKey = 'code' | 'issuer' | 'approvedBy' | 'approvalNumber' | 'validUntil'

const labels: Readonly<Record<HeadKey, readonly [zh: string, en: string]>> = {
  code: ['表号', 'Table'],
  issuer: ['制定机关', 'Issued by'],
  approvedBy: ['批准机关', 'Approved by'],
  approvalNumber: ['批准文号', 'Approval no.'],
  validUntil: ['有效期至', 'Valid until'],
}

/**
 * The head of a statutory form (FIELD.md) in its fixed order, on screen, paper and in workbooks: only lines that the scheme gives a value.
 */
export function statutoryHead(scheme: Scheme, table: Pick<Table, 'code'>, lang: Lang): HeadLine[] {
  return headLines({ code: table.code, issuer: scheme.issuer, ...approval(scheme, lang) }, lang)
}

/** The lines of the head that say who allowed the form and until when; empty for the forms that a county makes itself. */
export function approvalLines(scheme: Scheme, lang: Lang): HeadLine[] {
  return headLines(approval(scheme, lang), lang)
}

/** A day or a month as people write it: 2027 年 9 月 30 日, 2027 年 9 月; in English as it is. */
export function dayWords(iso: string, lang: Lang): string {
  const [year, month, day] = iso.split('-')
  if (lang === 'en') return iso
  return `${year} 年 ${Number(month)} 月${day === undefined ? '' : ` ${Number(day)} 日`}`
}

function approval(scheme: Scheme, lang: Lang): Partial<Record<HeadKey, string>> {
  const { approvedBy, approvalNumber, validUntil } = scheme
  return { approvedBy, approvalNumber, validUntil: validUntil === null ? '' : dayWords(validUntil, lang) }
}

function headLines(values: Partial<Record<HeadKey, string>>, lang: Lang): HeadLine[] {
  return (Object.keys(labels) as HeadKey[]).flatMap((key) => {
    const value = values[key] ?? ''
    return value === '' ? [] : [{ label: labels[key][lang === 'zh' ? 0 : 1], value }]
  })
}
