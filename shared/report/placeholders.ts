/**
 * What a writer leaves to fill in later and then forgets; published reports are full of it
 * (docs/design/domain.md: What reports get wrong).
 */
const placeholder = /[?？]{2,}|(?<![A-Za-z0-9])[xX×]{2,}(?![A-Za-z0-9])|[_＿]{3,}|[○〇]{2,}(?!\d)/gu

/** The placeholders in a paragraph, as they stand. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map((match) => match[0])
}
