/** How it ended for a person. The order is part of the saved format. */
export const OUTCOME = { open: 0, served: 1, servedLate: 2, wentThere: 3, neverServed: 4 } as const;

/** Advice to the public in force. */
export const ADVICE = { none: 0, mobile: 1, landline: 2, any: 3, goThere: 4 } as const;
