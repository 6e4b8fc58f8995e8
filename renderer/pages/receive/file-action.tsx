import type { BatchFile, BatchView } from '../../../shared/api/batch.ts'
import { verdictDefinitions } from '../../../shared/receive/verdicts.ts'
import { useText } from '../../text/language.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { isTaken, needsDecision, type Decisions } from './decisions.ts'

type FileActionProps = {
  file: BatchFile
  state: BatchView['state']
  newerBeside: boolean
  decisions: Decisions
  onDecide: (file: BatchFile, act: 'take' | 'leave') => void
  onLook: () => void
}

/**
 * The decision on a file, and a button for the other one; a file that its verdict does not take needs a confirmation. `newerBeside`: the
 * batch holds a newer return of its unit.
 */
export function FileAction({ file, state, newerBeside, decisions, onDecide, onLook }: FileActionProps) {
  const t = useText('receive')
  if (state !== 'open')
    return <span className={file.taken && state === 'committed' ? '' : 'secondary'}>{file.taken ? t.tookIt(state) : t.parked}</span>
  const taken = isTaken(file, decisions)
  if (file.taken) {
    return (
      <span className="file-action">
        <span className={taken ? 'taken-text' : 'secondary'}>{taken ? t.willTake : t.setAside}</span>
        <button type="button" className="link-button small" onClick={() => onDecide(file, taken ? 'leave' : 'take')}>
          {taken ? t.leaveOut : t.takeBack}
        </button>
      </span>
    )
  }
  if (!needsDecision(file))
    return <span className="secondary">{verdictDefinitions[file.verdict].taken === 'not-needed' ? t.notNeeded : t.setAside}</span>
  if (taken) {
    return (
      <span className="file-action">
        <span className="taken-text">{t.willTake}</span>
        <button type="button" className="link-button small" onClick={() => onDecide(file, 'leave')}>
          {t.dontTake}
        </button>
      </span>
    )
  }
  const name = file.unitName ?? file.unit ?? ''
  return (
    <Confirm
      ask={newerBeside ? t.takeAskOlder(name) : replacesHeld(file) ? t.takeAsk(name) : t.takeAskNew(name)}
      detail={t.takeDetail}
      act={t.takeAnyway}
      onConfirm={() => onDecide(file, 'take')}
      onOpen={onLook}
    >
      <button type="button" className="link-button">
        {t.takeAnyway}
      </button>
    </Confirm>
  )
}

function replacesHeld({ differences, problems }: BatchFile): boolean {
  return differences.length > 0 || problems.some(({ problem }) => problem.code === 'only-words-differ')
}
