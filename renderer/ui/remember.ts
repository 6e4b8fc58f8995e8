/** Small choices of a person that may be forgotten without harm (language, folded navigation). Never facts. */
type Choice = 'language' | 'navigation' | 'prior' | 'collecting'

/** What was chosen last; null when nothing was, or when the browser keeps nothing. */
export function recall(choice: Choice): string | null {
  try {
    return localStorage.getItem(`xiaotong.${choice}`)
  } catch {
    return null
  }
}

/** Keeps a choice for the next time; a browser that keeps nothing is no reason to fail. */
export function remember(choice: Choice, value: string): void {
  try {
    localStorage.setItem(`xiaotong.${choice}`, value)
  } catch {
    return
  }
}
