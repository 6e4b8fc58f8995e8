import { useText } from '../../text/language.tsx'

/** The note below 单位类型 when the chosen scheme has no table for units of the kind, with the kinds it knows. */
export function KindWarning({ kind, asked }: { kind: string; asked: readonly string[] }) {
  const t = useText('start')
  return (
    <span role="status" className="start-kind-warning">
      {t.kindUnknown(kind, asked.join(t.listComma))}
    </span>
  )
}
