/** `10:42` of an ISO time, in the time of this machine. */
export function clockText(iso: string): string {
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? '' : `${two(at.getHours())}:${two(at.getMinutes())}`
}

/** `2021-12-10 10:42` of an ISO time, in the time of this machine. */
export function timeText(iso: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** `2021-12-10 10:42:07` of an ISO time, for moments within one minute. */
export function secondText(iso: string): string {
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? iso : `${timeText(iso)}:${two(at.getSeconds())}`
}

/** Today as `2021-12-10`, in the time of this machine. */
export function today(): string {
  return timeText(new Date().toISOString()).slice(0, 10)
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
