import { Button, Progress } from 'antd'
import { useEffect, useState } from 'react'
import type { Progress as Step } from '../../shared/api/contract.ts'
import { useText } from '../text/language.tsx'
import { countText } from './figure.tsx'
import './progress-bar.css'

/** Seconds left, from the work done and the elapsed milliseconds; null while no estimate is possible. */
export function secondsLeft(step: Step | null, elapsed: number): number | null {
  if (step === null || step.total === null || step.done < 1 || elapsed < 1_000) return null
  return Math.max(1, Math.ceil(((step.total - step.done) * elapsed) / step.done / 1_000))
}

type ProgressBarProps = { title: string; progress: Step | null; onCancel?: () => void }

/** The progress of long work, the time left and a stop button; draws nothing in the first 100 ms (docs/design/pages.md: Waiting). */
export function ProgressBar({ title, progress, onCancel }: ProgressBarProps) {
  const t = useText('common')
  const [elapsed, setElapsed] = useState(0)
  useEffect(() => {
    const start = performance.now()
    const timer = setInterval(() => setElapsed(performance.now() - start), 100)
    return () => clearInterval(timer)
  }, [])
  if (elapsed < 100) return null
  const left = secondsLeft(progress, elapsed)
  const total = progress?.total ?? null
  const percent = progress === null || total === null || total === 0 ? 0 : Math.floor((progress.done / total) * 100)
  return (
    <div className="progress-bar" role="status">
      <div className="row">
        <span className="grow">
          {title}
          {progress?.at !== undefined && <span className="secondary"> {progress.at}</span>}
        </span>
        <span className="figure secondary">
          {progress !== null && total !== null && t.progress(countText(progress.done), countText(total))}
          {left !== null && ` · ${t.remaining(left)}`}
        </span>
        {onCancel !== undefined && (
          <Button size="small" onClick={onCancel}>
            {t.stop}
          </Button>
        )}
      </div>
      <Progress percent={percent} showInfo={false} size="small" status={total === null ? 'active' : 'normal'} />
    </div>
  )
}
