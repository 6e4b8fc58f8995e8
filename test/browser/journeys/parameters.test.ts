import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { onDemoCounty, type OpenCounty } from '../demo-county.ts'

let page: Page
let county: OpenCounty['county']

onDemoCounty((opened) => ({ page, county } = opened))

const parameter = (name: string) => page.locator('.parameter-table tbody', { hasText: name })

describe('parameters', { timeout: 300_000 }, () => {
  test('each says the value in force in the period, and all dated values with their source', async () => {
    await county.go('parameters')
    await county.says(/共 \d+ 个参数.*2021 年度.*本县自定 0 个/)
    const rows = parameter('小学生均公用经费').locator('tr')
    await expect.poll(() => rows.nth(0).innerText()).toMatch(/650[\s\S]*2016[\s\S]*600/)
    await expect.poll(() => rows.nth(1).innerText()).toMatch(/2020[\s\S]*在用[\s\S]*650[\s\S]*城乡义务教育经费保障机制/)
  })

  test('a value of the county’s own needs its ground, is in force at once, and can be undone', async () => {
    await county.go('parameters')
    await parameter('学前资助标准').getByRole('button', { name: '设本县值' }).click()
    await page.getByLabel('值（元/人次）').fill('约五百')
    await county.button('保存本县值').click()
    await page.getByText('请填数字，小数不超过 4 位').waitFor()
    await page.getByText('请写明依据，如文件名称和文号').waitFor()
    await page.getByLabel('值（元/人次）').fill('５００')
    await page.getByLabel('依据').fill('县财教〔2021〕3号')
    await county.button('保存本县值').click()
    await page.getByText('学前资助标准：自 2021 起改用 500').waitFor()
    await expect.poll(() => parameter('学前资助标准').innerText()).toMatch(/本县\s*县财教〔2021〕3号/)
    await county.says(/本县自定 1 个/)
    await county.button('撤销').click()
    await county.says(/本县自定 0 个/)
    await expect.poll(() => parameter('学前资助标准').innerText()).not.toContain('500')
  })

  test('an own value is changed and taken away again; the scheme’s stands then', async () => {
    await county.go('parameters')
    await parameter('幼儿园班额上限').getByRole('button', { name: '设本县值' }).click()
    await page.getByLabel('值（人/班）').fill('30')
    await page.getByLabel('依据').fill('县教字〔2021〕8号')
    await county.button('保存本县值').click()
    await county.button('修改 幼儿园班额上限 自 2021 的本县值').click()
    await page.getByLabel('值（人/班）').fill('32')
    await county.button('保存本县值').click()
    await expect.poll(() => parameter('幼儿园班额上限').locator('.parameter-force').innerText()).toBe('32')
    await county.button('取消 幼儿园班额上限 自 2021 的本县值').click()
    await expect.poll(() => parameter('幼儿园班额上限').locator('.parameter-force').innerText()).toBe('35')
    await county.button('撤销').click()
    await expect.poll(() => parameter('幼儿园班额上限').locator('.parameter-force').innerText()).toBe('32')
    await county.button('取消 幼儿园班额上限 自 2021 的本县值').click()
    await county.says(/本县自定 0 个/)
  })

  test('the page stands in English too', async () => {
    await page.getByRole('button', { name: 'English' }).click()
    await county.go('parameters')
    await county.says(/14 parameters; what is in force in 2021 is marked/)
    await page.getByText('in force').first().waitFor()
  })
})
