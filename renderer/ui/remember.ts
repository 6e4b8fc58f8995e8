/** Small choices of a person that may be forgotten without harm (language, folded navigation). Never facts. */
type Choice = 'language' | 'navigation' | 'prior' | 'collecting'

/** The last choice; null when no choice was made or the browser keeps no data. */
export function recall(choice: Choice): string | null {
  try {
    return localStorage.getItem(`xiaotong.${choice}`)
  } catch {
    return null
  }
}

/** Keeps a choice for the next time; does nothing in a browser that keeps no data. */
export function remember(choice: Choice, value: string): void {
  try {
    localStorage.setItem(`xiaotong.${choice}`, value)
  } catch {
    return
  }
}
