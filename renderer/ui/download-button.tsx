import { Button } from 'antd'
import type { ButtonProps } from 'antd'
import type { RouteSpec, Said } from '../../shared/api/contract.ts'
import { saveFile } from '../api/save-file.ts'
import { useAction } from '../api/use-query.ts'
import { FailureNotice } from './notice.tsx'

type DownloadButtonProps<R extends RouteSpec> = { route: R; sent: Said<R>; children: string } & Pick<
  ButtonProps,
  'type' | 'size' | 'icon' | 'disabled' | 'title'
>

/** Asks the host for a file and hands it to the person. */
export function DownloadButton<R extends RouteSpec & { output: 'file' }>({ route, sent, children, ...button }: DownloadButtonProps<R>) {
  const action = useAction(route)
  const download = async () => {
    const file = await action.run(sent)
    if (file !== undefined) saveFile(file as Parameters<typeof saveFile>[0])
  }
  return (
    <>
      <Button {...button} loading={action.running} onClick={() => void download()}>
        {children}
      </Button>
      <FailureNotice failure={action.failure} />
    </>
  )
}
