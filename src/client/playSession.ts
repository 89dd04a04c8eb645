import type { PlayReport, PlayRequest } from '../session/playProtocol.ts';

/** The port to whatever holds the exercise: a worker today, a server's room later. */
export interface PlayPort {
  send(request: PlayRequest): void;
  /** Calls `listener` with every report from now on; the returned function stops it. */
  subscribe(listener: (report: PlayReport) => void): () => void;
}
