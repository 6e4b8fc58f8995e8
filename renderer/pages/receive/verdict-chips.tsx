import type { BatchFile } from '../../../shared/api/batch.ts'
import { useText } from '../../text/language.tsx'
import { receive, type ShownVerdict } from '../../text/receive.ts'
import { countText } from '../../ui/figure.tsx'
import { countVerdicts } from './shown-verdict.ts'

type VerdictChipsProps = { files: readonly BatchFile[]; chosen: ShownVerdict | null; onChoose: (verdict: ShownVerdict | null) => void }

/** 新报 182 · 更正 3 · …: how the files were judged; a click shows only those. */
export function VerdictChips({ files, chosen, onChoose }: VerdictChipsProps) {
  const t = useText(receive)
  const counts = countVerdicts(files)
  return (
    <div className="chips" role="group" aria-label={t.verdictTitle}>
      <button type="button" className="chip" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        {t.all(countText(files.length))}
      </button>
      {[...counts].map(([verdict, count]) => (
        <button
          key={verdict}
          type="button"
          className={`chip chip-${verdict}`}
          aria-pressed={chosen === verdict}
          disabled={count === 0}
          title={t.meaning(verdict)}
          onClick={() => onChoose(chosen === verdict ? null : verdict)}
        >
          {t.verdict(verdict)} <span className="figure">{countText(count)}</span>
        </button>
      ))}
    </div>
  )
}

/** A verdict as a word in its own frame; the word says it, the colour only helps to find it. */
export function VerdictMark({ verdict }: { verdict: ShownVerdict }) {
  const t = useText(receive)
  return <span className={`verdict verdict-${verdict}`}>{t.verdict(verdict)}</span>
}
