import type { Finding } from '../../shared/check/findings.ts'
import { useWorkspace } from '../place/workspace-context.tsx'
import { useFiling } from './use-filing.ts'

type OwnExplanations = {
  /** The finding with its explanation, saved or on its way. */
  current: (finding: Finding) => Finding
  /** Returns what keeps an explanation of a finding; null for findings of other units, and until the own filing is read. */
  explainOf: (finding: Finding) => ((text: string) => void) | null
}

/** The explanations that the workspace's unit gives: of its own filing, and at a county of the totals; kept as `FilingStore` keeps them. */
export function useOwnExplanations(): OwnExplanations {
  const { unit } = useWorkspace()
  const { filing } = useFiling(unit.code)
  const isOwn = (finding: Finding) => finding.unit === unit.code
  return {
    current: (finding) => ({
      ...finding,
      explanation: (isOwn(finding) ? filing?.state.explanations.get(finding.key)?.text : undefined) ?? finding.explanation,
    }),
    explainOf: (finding) => (filing === null || !isOwn(finding) ? null : (text) => filing.store.explain(finding, text)),
  }
}
