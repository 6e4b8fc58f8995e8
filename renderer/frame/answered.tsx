import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Query } from '../api/use-query.ts'
import type { PageName } from '../place/page-names.ts'
import { go, hashOf } from '../place/router.ts'
import { EmptyPage } from '../ui/empty-page.tsx'
import { FailureNotice } from '../ui/notice.tsx'
import { Waiting } from './shell.tsx'

/** The words of an empty page, whose single button `act` leads to the page `to`. */
type NextStepProps = { title: string; text: ReactNode; act: string; to: PageName }

/** An empty page with a single button that leads to another page (docs/design/pages.md: Waiting). */
export function NextStep({ title, text, act, to }: NextStepProps) {
  return (
    <EmptyPage
      title={title}
      action={
        <Button type="primary" onClick={() => go(hashOf(to))}>
          {act}
        </Button>
      }
    >
      {text}
    </EmptyPage>
  )
}

type AnsweredProps<Data> = {
  query: Pick<Query<Data>, 'data' | 'failure' | 'reload'>
  /** The words of the empty page, and the answers that it is drawn for. */
  empty?: NextStepProps & { when: (data: Data) => boolean }
  children: (data: Data) => ReactNode
}

/** The part of a page that needs an answer: the failure, the waiting sign, the empty page or the content. */
export function Answered<Data>({ query: { data, failure, reload }, empty, children }: AnsweredProps<Data>) {
  return (
    <>
      <FailureNotice failure={failure} retry={reload} />
      {data === undefined ? failure === null && <Waiting /> : empty?.when(data) === true ? <NextStep {...empty} /> : children(data)}
    </>
  )
}

/** The part of a page whose answer has not come: the failure or the waiting sign. */
export function Unanswered({ failure, reload }: Pick<Query<unknown>, 'failure' | 'reload'>) {
  return failure === null ? <Waiting /> : <FailureNotice failure={failure} retry={reload} />
}
