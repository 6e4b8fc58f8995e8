import type { WorkspaceInfo } from '../../shared/api/workspace.ts'
import { problem } from '../../shared/problem.ts'
import { problemSentence } from '../../shared/text/problem-sentences.ts'
import type { TaskKey } from '../../shared/words.ts'
import { hashIn } from '../place/router.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { EmptyPage } from '../ui/empty-page.tsx'

/** The page of a task that the workspace does not have, with links to those that it has. */
export function UnknownTask({ asked, workspace }: { asked: TaskKey; workspace: WorkspaceInfo }) {
  const t = useText('frame')
  const { language } = useLanguage()
  return (
    <main className="page">
      <EmptyPage title={t.noSuchTask(workspace.name)} action={<a href={hashIn(null, 'start')}>{t.otherWorkspace}</a>}>
        <p>{problemSentence(problem('task-unknown', { task: asked }), language)}</p>
        <ul>
          {workspace.tasks.map(({ key, title, period }) => (
            <li key={key}>
              <a href={hashIn(key, '')}>
                {title} · {period}
              </a>
            </li>
          ))}
        </ul>
      </EmptyPage>
    </main>
  )
}
