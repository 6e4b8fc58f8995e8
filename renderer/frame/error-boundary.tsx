import { Button } from 'antd'
import { Component } from 'react'
import type { ReactNode } from 'react'
import { useText } from '../text/language.tsx'
import { EmptyPage } from '../ui/empty-page.tsx'

type Props = { children: ReactNode; where: string }
type State = { broken: Error | null; where: string }

/** Keeps a fault of one page from breaking the frame, and tells the person that saved data is safe; a new `where` clears it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: null, where: this.props.where }

  static getDerivedStateFromError(broken: Error): Partial<State> {
    return { broken }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.where === state.where ? null : { broken: null, where: props.where }
  }

  override render(): ReactNode {
    return this.state.broken === null ? this.props.children : <Broken error={this.state.broken} />
  }
}

function Broken({ error }: { error: Error }) {
  const t = useText('frame')
  return (
    <div className="page">
      <EmptyPage
        title={t.brokenTitle}
        action={
          <Button type="primary" onClick={() => location.reload()}>
            {t.reload}
          </Button>
        }
      >
        <p>{t.brokenText}</p>
        <pre className="broken-detail">{`${error.name}: ${error.message}\n${(error.stack ?? '').split('\n').slice(1, 6).join('\n')}`}</pre>
      </EmptyPage>
    </div>
  )
}
