import { ProblemError } from '../../shared/problem.ts'
import { problemSentence } from '../../shared/text/problem-sentences.ts'
import { languageCodes, type LanguageCode } from '../../shared/text/languages.ts'

/** The sentence for a failed start, with a remedy and without a stack trace. */
export function startFailure(thrown: unknown, lang: LanguageCode): string {
  if (thrown instanceof ProblemError) return problemSentence(thrown.problem, lang)
  const { code, message } = thrown instanceof Error ? (thrown as NodeJS.ErrnoException) : { code: '', message: String(thrown) }
  if (code === 'EADDRINUSE' || code === 'EACCES') {
    return lang === 'zh'
      ? '这个端口不能使用，可能已被别的程序占用。请换一个端口，或不写 --port，由系统选择空闲的端口。'
      : 'This port cannot be used, another program may hold it. Choose another one, or leave --port out and let the system find a free one.'
  }
  if (code?.startsWith('ERR_PARSE_ARGS') === true || code === 'ERR_SOCKET_BAD_PORT') {
    return lang === 'zh'
      ? `启动参数写错了（${message}）。用法：[工作区文件] [--port 端口] [--no-open] [--lang ${languageCodes.join('|')}]`
      : `The arguments are wrong (${message}). Usage: [WORKSPACE] [--port N] [--no-open] [--lang ${languageCodes.join('|')}]`
  }
  return lang === 'zh' ? `校统没能启动：${message}` : `Xiaotong could not start: ${message}`
}
