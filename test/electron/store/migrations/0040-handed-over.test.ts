import { expect, it } from 'vitest'
import { openHandle } from '../../../../electron/store/driver.ts'
import { migrate } from '../../../../electron/store/migrate.ts'

it('adds room for what a filing held when it was handed over, once a filing, and goes with the filing', () => {
  const handle = openHandle(':memory:')
  expect(migrate(handle, 30)).toEqual([10, 20, 30])
  handle.exec(`
    INSERT INTO scheme VALUES ('minsheng', '2021.1', 'd', 'text');
    INSERT INTO task VALUES (1, 'minsheng', '2021.1', '2021');
    INSERT INTO unit VALUES ('S1', '一小', '小学', '梅山镇', '121', '', 1);
    INSERT INTO filing (id, task, unit, status, revision, head, statistician, filler, phone, digest) VALUES (1, 1, 'S1', 'signed', 2, '王', '', '李', '', 'ab');
    INSERT INTO fact VALUES (1, 1, 320000);`)
  expect(migrate(handle, 40)).toEqual([40])
  expect(handle.prepare('SELECT revision, digest FROM filing').all()).toEqual([{ revision: 2, digest: 'ab' }])
  expect(handle.prepare('SELECT COUNT(*) FROM handed_over').pluck().get()).toBe(0)
  handle.exec(`INSERT INTO handed_over VALUES (1, '{"MS03.01.1":320000}')`)
  expect(() => handle.exec(`INSERT INTO handed_over VALUES (1, '{}')`)).toThrow('UNIQUE')
  expect(() => handle.exec(`INSERT INTO handed_over VALUES (2, '{}')`)).toThrow('FOREIGN KEY')
  handle.exec('DELETE FROM filing')
  expect(handle.prepare('SELECT COUNT(*) FROM handed_over').pluck().get()).toBe(0)
})
