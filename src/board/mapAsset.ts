/** The map's asset, `assets/map/france.json`, made by `npm run assets`. */
export interface MapArea {
  /** Official code of the département. */
  readonly code: string;
  /** `mainland` (Corsica included), or the code of the inset that holds it. */
  readonly frame: string;
  /** Outlines, largest first: x0, y0, x1, y1… */
  readonly rings: readonly (readonly number[])[];
  /** Farthest from the edge of the largest outline. */
  readonly label: readonly number[];
  /** x0, y0, x1, y1. */
  readonly bbox: readonly number[];
}

export interface MapAsset {
  readonly format: number;
  readonly attribution: readonly string[];
  /** Size of the mainland's frame; an inset's longer side is 100. */
  readonly width: number;
  readonly height: number;
  /** Towns of the call servers, in the mainland's frame. */
  readonly sites: readonly { readonly key: string; readonly x: number; readonly y: number }[];
  readonly areas: readonly MapArea[];
}

/** Paris and the three départements around it: too small on the map, drawn a second time in their own inset. */
export const INNER_RING: readonly string[] = ['75', '92', '93', '94'];
