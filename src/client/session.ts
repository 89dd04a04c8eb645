import type { Report, Request } from '../session/protocol.ts';

/** The port to whatever computes the evening: a worker today, a server's room later. */
export interface Session {
  send(request: Request): void;
  /** Calls `listener` with every report from now on; the returned function stops it. */
  subscribe(listener: (report: Report) => void): () => void;
}
