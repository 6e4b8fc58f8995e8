const KEY = 'xiaotong.restored'

/** Keeps the time of the restored backup across a reload of the page; null forgets it. */
export function rememberRestored(at: string | null): void {
  try {
    if (at === null) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, at)
  } catch {
    // The restore stands without storage; only its note is missing.
  }
}

/** The time of the backup that has just been restored, as ISO; null when there is none. */
export function restoredAt(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}
