/** A home that the evening itself draws among the départements it hits, as a setup asks for it before it is settled. */
export const DRAWN_HOME = 'drawn';
