import { useText } from '../../text/language.tsx'

/** Said below 单位类型 while it is typed: the chosen scheme gives units of this kind no table, and which kinds it knows. */
export function KindWarning({ kind, asked }: { kind: string; asked: readonly string[] }) {
  const t = useText('start')
  return (
    <span role="status" className="start-kind-warning">
      {t.kindUnknown(kind, asked.join(t.listComma))}
    </span>
  )
}
