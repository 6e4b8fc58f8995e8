const longest = 80

/** A found text as a problem quotes it: a long text is cut, so that one cell cannot fill a list of problems. */
export function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`
}
