/** One département, from the official division of the territory (see `assets/territory/departements.json`). */
export interface TerritoryArea {
  /** Official code: "01".."95", "2A", "2B", "971".. */
  readonly code: string;
  readonly name: string;
  readonly region: string;
  /** Inhabitants: sum of the municipal populations of its communes. */
  readonly population: number;
  readonly overseas: boolean;
  /** Codes of the départements that share a border with it; overseas ones share none. */
  readonly borders: readonly string[];
  /** Hours to add to the summer time of mainland France, on 2 June. */
  readonly hourShift: number;
}

export type Territory = readonly TerritoryArea[];
