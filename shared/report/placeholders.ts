/**
 * A forgotten placeholder such as ?? or ___, common in published reports
 * (docs/design/domain.md: What reports get wrong).
 */
const placeholder = /[?？]{2,}|(?<![A-Za-z0-9])[xX×]{2,}(?![A-Za-z0-9])|[_＿]{3,}|[○〇]{2,}(?!\d)/gu

/** Returns the placeholders in a paragraph, as written. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map((match) => match[0])
}
