import type { BatchFile } from '../../../shared/api/batch.ts'
import { useLanguage, useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { countVerdicts, verdictWords, type ShownVerdict } from './shown-verdict.ts'

type VerdictChipsProps = { files: readonly BatchFile[]; chosen: ShownVerdict | null; onChoose: (verdict: ShownVerdict | null) => void }

/** 新报 182 · 更正 3 · …: the number of files of each verdict; a click shows only those. */
export function VerdictChips({ files, chosen, onChoose }: VerdictChipsProps) {
  const t = useText('receive')
  const { lang } = useLanguage()
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
          className="chip"
          aria-pressed={chosen === verdict}
          disabled={count === 0}
          title={verdictWords(verdict).meaning[lang]}
          onClick={() => onChoose(chosen === verdict ? null : verdict)}
        >
          {verdictWords(verdict).label[lang]} <span className="figure">{countText(count)}</span>
        </button>
      ))}
    </div>
  )
}

/** A verdict as a word in a frame; the colour only helps to find it. */
export function VerdictMark({ verdict }: { verdict: ShownVerdict }) {
  const { lang } = useLanguage()
  const { tone, label } = verdictWords(verdict)
  return <span className={`verdict verdict-${tone}`}>{label[lang]}</span>
}
