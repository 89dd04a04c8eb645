/** One act of an option: who it takes, and for how long. */
export interface StepView {
  readonly act: string;
  readonly pool: string;
  readonly people: number;
  readonly minutes: number;
  /** Under way already until then, clock ms: it takes nobody more. */
  readonly until: number | null;
  /** It only waits for people now, who should be free then, clock ms. */
  readonly from: number | null;
}
