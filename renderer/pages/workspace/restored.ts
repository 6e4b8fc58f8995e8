const KEY = 'xiaotong.restored'

/** Keeps, across the page's starting anew, which moment the workspace was restored to; null forgets it. */
export function rememberRestored(at: string | null): void {
  try {
    if (at === null) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, at)
  } catch {
    // Storage may be off: the restore stands all the same, only nothing says so.
  }
}

/** The moment that the workspace has just been restored to, as an ISO time; null when it was not. */
export function restoredAt(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}
