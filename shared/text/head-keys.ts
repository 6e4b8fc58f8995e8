/** The lines of the head of a statutory form, in their fixed order (docs/design/domain.md: Statutory form). */
export const headKeys = ['code', 'issuer', 'approvedBy', 'approvalNumber', 'validUntil'] as const
export type HeadKey = (typeof headKeys)[number]
