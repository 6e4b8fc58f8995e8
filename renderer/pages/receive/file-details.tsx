import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { batchApi, type BatchFile } from '../../../shared/api/batch.ts'
import { saveFile } from '../../api/save-file.ts'
import { useAction } from '../../api/use-query.ts'
import { useScheme } from '../../place/workspace-context.tsx'
import { useLanguage, useText } from '../../text/language.tsx'
import { countText } from '../../ui/figure.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { shownDifferences } from './differences.ts'
import { FileProblems } from './file-problems.tsx'
import { SheetPicture } from './sheet-picture.tsx'
import { shownVerdict, verdictWords } from './shown-verdict.ts'
import { VerdictMark } from './verdict-chips.tsx'

/** The number of differences shown at first. */
const FIRST = 60

/** The chosen file: the meaning of its verdict, its problems and its differences. */
export function FileDetails({ file, newerBeside }: { file: BatchFile | null; newerBeside: boolean }) {
  const t = useText('receive')
  const { lang } = useLanguage()
  const original = useAction(batchApi.original)
  if (file === null) {
    return (
      <aside className="receive-details card" aria-label={t.details}>
        <p className="secondary">{t.chooseOne}</p>
      </aside>
    )
  }
  const download = async () => {
    const answer = await original.run({ params: { sha256: file.sha256 } })
    if (answer !== undefined) saveFile({ ...answer, name: file.name.split('/').pop() ?? answer.name })
  }
  return (
    <aside className="receive-details card" aria-label={t.details}>
      <div className="stack">
        <div>
          <h2 className="details-name">{file.unitName ?? file.name.split('/').pop()}</h2>
          <p className="secondary small details-path">{file.name}</p>
        </div>
        <div className="row">
          <VerdictMark verdict={shownVerdict(file)} />
          {file.draft ? (
            <span className="query-text">{t.draftLong}</span>
          ) : (
            file.revision !== null && file.revision > 0 && <span className="secondary">{t.revision(file.revision)}</span>
          )}
          <span className="grow" />
          {file.verdict !== 'unreadable' && (
            <Button size="small" loading={original.running} onClick={() => void download()}>
              {t.original}
            </Button>
          )}
        </div>
        <p>{newerBeside ? t.newerBeside : verdictWords(shownVerdict(file)).meaning[lang]}</p>
        {file.draft && <p>{t.draftMeaning}</p>}
        <FailureNotice failure={original.failure} />
        <FileProblems file={file} />
        <Differences file={file} />
        <p className="secondary small figure" title={file.sha256}>
          {t.digest} {file.sha256.slice(0, 16)}
        </p>
      </div>
    </aside>
  )
}

function Differences({ file }: { file: BatchFile }) {
  const t = useText('receive')
  const scheme = useScheme()
  const [all, setAll] = useState(false)
  const differences = useMemo(() => shownDifferences(scheme, file.differences), [scheme, file.differences])
  if (differences.length === 0) return null
  const shown = all ? differences : differences.slice(0, FIRST)
  return (
    <section>
      <h3>{t.differences(countText(differences.length))}</h3>
      <table className="difference-table">
        <thead>
          <tr>
            <th>{t.cell}</th>
            <th className="number">{t.held}</th>
            <th className="number">{t.incoming}</th>
            <th className="number">{t.effect}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.cell}>
              <td>
                {one.title} <span className="secondary small">{one.cell}</span>
              </td>
              <td className="number figure">{one.held === '' ? <span className="secondary">{t.blank}</span> : one.held}</td>
              <td className="number figure">
                {one.incoming === '' ? <span className="secondary">{t.blank}</span> : <strong>{one.incoming}</strong>}
              </td>
              <td className="number figure">{one.effect ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < differences.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {t.showAll} · {t.more(countText(differences.length - shown.length))}
        </Button>
      )}
      <SheetPicture cells={file.differences.map(({ cell }) => cell)} />
    </section>
  )
}
