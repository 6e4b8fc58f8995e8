import type { Sentences } from '../sentences.ts'

export const head: Sentences['head'] = {
  labels: { code: 'Table', issuer: 'Issued by', approvedBy: 'Approved by', approvalNumber: 'Approval no.', validUntil: 'Valid until' },
  units: (units) => `Units: ${units}`,
  day: (iso) => iso,
}
