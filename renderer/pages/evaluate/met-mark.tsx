import { useText } from '../../text/language.tsx'

/** The result against a target, as a sign and in words; nothing without a target. */
export function MetMark({ met, hasTarget }: { met: boolean | null; hasTarget: boolean }) {
  const t = useText('evaluate')
  if (!hasTarget) return null
  if (met === null) return <span className="secondary">{t.noFigure}</span>
  return <span className={met ? 'met' : 'unmet'}>{met ? `✓ ${t.met}` : `✗ ${t.unmet}`}</span>
}
