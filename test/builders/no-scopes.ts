import type { Scopes } from '../../electron/routes/handler.ts'
import { fail } from '../../shared/problem.ts'

/** Scopes of a handler without a workspace, for tests of routes that need none. */
export const noScopes: Scopes = {
  workspace: () => fail('workspace-changed', { open: null }),
  session: () => fail('workspace-changed', { open: null }),
}
