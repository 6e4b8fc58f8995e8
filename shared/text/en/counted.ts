/** A shown count with its English noun: `counted('1', 'unit')` is "1 unit". */
export function counted(count: string, one: string, many = `${one}s`): string {
  return `${count} ${count === '1' ? one : many}`
}
