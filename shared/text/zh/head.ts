import type { Sentences } from '../sentences.ts'

export const head: Sentences['head'] = {
  labels: { code: '表号', issuer: '制定机关', approvedBy: '批准机关', approvalNumber: '批准文号', validUntil: '有效期至' },
  units: (units) => `计量单位：${units}`,
  day: (iso) => {
    const [year, month, day] = iso.split('-')
    return `${year} 年 ${Number(month)} 月${day === undefined ? '' : ` ${Number(day)} 日`}`
  },
}
