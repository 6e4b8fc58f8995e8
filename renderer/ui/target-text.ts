/** A target or limit of a scheme in the usual notation: ≥ 100%. Empty when there is none. */
export function targetText(source: string | null | undefined): string {
  return (source ?? '').replace('>=', '≥').replace('<=', '≤')
}
