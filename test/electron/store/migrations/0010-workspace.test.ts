import { describe, expect, it } from 'vitest'
import { openHandle, type Handle } from '../../../../electron/store/driver.ts'
import { migrate } from '../../../../electron/store/migrate.ts'

/** A database at this step with one filing of one school. */
function filed(): Handle {
  const handle = openHandle(':memory:')
  expect(migrate(handle, 10)).toEqual([10])
  handle.exec(`
    INSERT INTO scheme VALUES ('minsheng', '2021.1', 'd', 'text');
    INSERT INTO task VALUES (1, 'minsheng', '2021.1', '2021');
    INSERT INTO unit VALUES ('S1', '一小', '小学', '梅山镇', '121', '', 1);
    INSERT INTO filing (id, task, unit, status, revision, head, statistician, filler, phone) VALUES (1, 1, 'S1', 'open', 0, '', '', '', '');
    INSERT INTO cell VALUES (1, 'MS03.01.1');
    INSERT INTO original VALUES ('aa', 'a.xlsx', 1, '2021', x'00');
    INSERT INTO audit (at, by, action) VALUES ('2021', '王', 'enter');`)
  return handle
}

describe('the first schema', () => {
  it('takes a fact as an integer, a text or 不适用, and never as a float', () => {
    const handle = filed()
    const put = handle.prepare('INSERT OR REPLACE INTO fact VALUES (1, 1, ?)')
    for (const value of [1n, '约三百', '125', null]) {
      put.run(value)
      expect(handle.prepare('SELECT value FROM fact').safeIntegers().pluck().get()).toBe(value)
    }
    for (const value of [1.5, 2]) expect(() => put.run(value)).toThrow('CHECK constraint')
  })

  it('has one filing of a unit for a task, one task of a scheme for a period', () => {
    const handle = filed()
    expect(() =>
      handle.exec(
        "INSERT INTO filing (task, unit, status, revision, head, statistician, filler, phone) VALUES (1, 'S1', 'open', 0, '', '', '', '')",
      ),
    ).toThrow('UNIQUE')
    expect(() => handle.exec("INSERT INTO task VALUES (2, 'minsheng', '2021.1', '2021')")).toThrow('UNIQUE')
  })

  it('knows only its own statuses and states', () => {
    const handle = filed()
    expect(() => handle.exec("UPDATE filing SET status = 'done'")).toThrow('CHECK')
    expect(() => handle.exec("INSERT INTO batch (at, by, state, label) VALUES ('2021', '王', 'half', '')")).toThrow('CHECK')
  })

  it('keeps a unit, a scheme and an original that something refers to', () => {
    const handle = filed()
    handle.exec("UPDATE filing SET original = 'aa'")
    for (const table of ['unit', 'scheme', 'original', 'task'])
      expect(() => handle.exec(`DELETE FROM ${table}`), table).toThrow('FOREIGN KEY')
  })

  it('takes a filing’s facts, packed facts, refused texts and explanations away with it', () => {
    const handle = filed()
    handle.exec(`INSERT INTO fact VALUES (1, 1, 5); INSERT INTO pack VALUES (1, x'', x'', NULL); INSERT INTO refused VALUES (1, 1, '约');
      INSERT INTO explanation VALUES (1, 'C@MS03.01.1', 'v', '说明', '2021'); DELETE FROM filing;`)
    for (const table of ['fact', 'pack', 'refused', 'explanation'])
      expect(handle.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get(), table).toBe(0)
  })

  it('lets nobody change the audit trail or an original', () => {
    const handle = filed()
    expect(() => handle.exec("UPDATE audit SET by = '李'")).toThrow('only added to')
    expect(() => handle.exec('DELETE FROM audit')).toThrow('only added to')
    expect(() => handle.exec("UPDATE original SET bytes = x'11'")).toThrow('kept as it came')
  })
})
