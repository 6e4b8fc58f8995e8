/** The marks for the outcome of a check on the sheets. */
export const checkMarks = { holds: '✔', fails: '✘', notApplicable: '—' } as const

export const levelTitles = { error: '强制性', query: '核实性' } as const
