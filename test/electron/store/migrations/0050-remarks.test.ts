import { expect, it } from 'vitest'
import { openHandle } from '../../../../electron/store/driver.ts'
import { migrate } from '../../../../electron/store/migrate.ts'

it('adds room for one remark a cell, and goes with the filing', () => {
  const handle = openHandle(':memory:')
  expect(migrate(handle, 40)).toEqual([10, 20, 30, 40])
  handle.exec(`
    INSERT INTO scheme VALUES ('minsheng', '2021.1', 'd', 'text');
    INSERT INTO task VALUES (1, 'minsheng', '2021.1', '2021');
    INSERT INTO unit VALUES ('S1', '一小', '小学', '梅山镇', '121', '', 1);
    INSERT INTO filing (id, task, unit, status, revision, head, statistician, filler, phone) VALUES (1, 1, 'S1', 'returned', 2, '王', '', '李', '');
    INSERT INTO handed_over VALUES (1, '{"MS03.01.1":320000}');`)
  expect(migrate(handle, 50)).toEqual([50])
  expect(handle.prepare('SELECT facts FROM handed_over').pluck().all()).toEqual(['{"MS03.01.1":320000}'])
  handle.exec("INSERT INTO remark VALUES (1, 1, '请核对')")
  expect(() => handle.exec("INSERT INTO remark VALUES (1, 1, '再核对')")).toThrow('UNIQUE')
  expect(() => handle.exec("INSERT INTO remark VALUES (2, 1, '请核对')")).toThrow('FOREIGN KEY')
  handle.exec('DELETE FROM filing')
  expect(handle.prepare('SELECT COUNT(*) FROM remark').pluck().get()).toBe(0)
})
