import { expect, it } from 'vitest'
import { openHandle } from '../../../../electron/store/driver.ts'
import { migrate } from '../../../../electron/store/migrate.ts'

it('adds local parameters and evidence to a county that has filed, and keeps what it has filed', () => {
  const handle = openHandle(':memory:')
  expect(migrate(handle, 10)).toEqual([10])
  handle.exec(`
    INSERT INTO scheme VALUES ('minsheng', '2021.1', 'd', 'text');
    INSERT INTO task VALUES (1, 'minsheng', '2021.1', '2021');
    INSERT INTO unit VALUES ('S1', '一小', '小学', '梅山镇', '121', '', 1);
    INSERT INTO filing (id, task, unit, status, revision, head, statistician, filler, phone) VALUES (1, 1, 'S1', 'signed', 2, '王', '', '李', '');
    INSERT INTO original VALUES ('aa', 'a.pdf', 1, '2021', x'00');`)
  expect(migrate(handle, 20)).toEqual([20])
  expect(handle.prepare('SELECT unit, status, revision, head FROM filing').all()).toEqual([
    { unit: 'S1', status: 'signed', revision: 2, head: '王' },
  ])
  handle.exec(`
    INSERT INTO parameter VALUES ('minsheng', '生均公用经费', '2021', 6500000, '县财教〔2021〕3号', '王', '2021');
    INSERT INTO evidence (task, item, name, original, by, at) VALUES (1, '3', '方案.pdf', 'aa', '王', '2021');`)
  expect(() => handle.exec("INSERT INTO evidence (task, item, name, original, by, at) VALUES (1, '3', 'x', 'bb', '王', '2021')")).toThrow(
    'FOREIGN KEY',
  )
  expect(() => handle.exec("INSERT INTO parameter VALUES ('minsheng', '生均公用经费', '2021', 1, '', '', '')")).toThrow('UNIQUE')
})
