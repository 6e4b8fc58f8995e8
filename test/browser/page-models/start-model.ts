import type { Page } from 'playwright-core'

export type NewUnit = { code: string; name: string; kind: string; period: string; role?: 'school' | 'county'; scheme?: string }

/** The start page as a person uses it. */
export function startModel(page: Page) {
  return {
    /** Creates a workspace and waits for its first page. */
    async create({ code, name, kind, period, role = 'school', scheme = '教育民生工程统计报表' }: NewUnit): Promise<void> {
      await page.getByRole('radio', { name: role === 'school' ? /我为一所学校填报/ : /我负责收集汇总/ }).check()
      await page.getByRole('combobox', { name: '报表方案', exact: true }).fill(scheme)
      await page.locator('.ant-select-item-option', { hasText: scheme }).click()
      await page.getByLabel('报告期').fill(period)
      await page.getByLabel('单位代码').fill(code)
      await page.getByLabel('单位名称').fill(name)
      await page.getByLabel('单位类型').fill(kind)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: '新建工作区' }).click()
      await page.locator('.header').waitFor()
    },
    /** Creates the demo county and waits for its first page. */
    async openDemo(): Promise<void> {
      await page.getByRole('button', { name: '打开演示县' }).click()
      await page.locator('.header').waitFor()
    },
    async openRecent(name: string): Promise<void> {
      await page.locator('.recent-item', { hasText: name }).click()
      await page.locator('.header').waitFor()
    },
  }
}
