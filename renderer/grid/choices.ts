/**
 * The choices for a typed text: those that contain the text, or all when none does or one equals it. `taken` is the index of the choice
 * for Enter, -1 for none.
 */
export function matchChoices(choices: readonly string[], typed: string): { shown: readonly string[]; taken: number } {
  const wanted = typed.normalize('NFKC').trim().toLowerCase()
  const same = choices.findIndex((choice) => choice.toLowerCase() === wanted)
  if (same >= 0) return { shown: choices, taken: same }
  const found = choices.filter((choice) => choice.toLowerCase().includes(wanted))
  const shown = found.length === 0 ? choices : found
  const first = shown.findIndex((choice) => choice.toLowerCase().startsWith(wanted))
  return { shown, taken: wanted === '' || found.length === 0 ? -1 : Math.max(0, first) }
}
