interface Port<Request, Report> {
  send(request: Request): void;
  subscribe(listener: (report: Report) => void): () => void;
}

/** A port that is opened by the first thing sent: a page that nobody turns to computes nothing. */
export function lazyPort<Request, Report>(connect: () => Port<Request, Report>): Port<Request, Report> {
  let port: Port<Request, Report> | null = null;
  const listeners = new Set<(report: Report) => void>();
  return {
    send(request) {
      if (port === null) {
        port = connect();
        port.subscribe((report) => {
          for (const listener of listeners) listener(report);
        });
      }
      port.send(request);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
