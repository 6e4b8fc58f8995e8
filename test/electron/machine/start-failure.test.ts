import { expect, test } from 'vitest'
import { startFailure } from '../../../electron/machine/start-failure.ts'
import { problem, ProblemError } from '../../../shared/problem.ts'

const failing = (code: string): Error => Object.assign(new Error('it says why'), { code })

test.each([
  ['a workspace that another window holds', new ProblemError(problem('workspace-locked', { path: 'D:\\金寨.xt' })), /D:\\金寨/],
  ['a port that is taken', failing('EADDRINUSE'), /--port/],
  ['a word nobody knows on the command line', failing('ERR_PARSE_ARGS_UNKNOWN_OPTION'), /--no-open/],
  ['anything else', failing('EIO'), /it says why/],
])('%s is told in one sentence of either language, without a stack', (_, thrown, what) => {
  for (const lang of ['zh', 'en'] as const) {
    expect(startFailure(thrown, lang)).toMatch(what)
    expect(startFailure(thrown, lang)).not.toMatch(/\n\s+at /)
  }
})
