import type { ServerView } from '../view/eveningView.ts';

export type ServerState = 'up' | 'partly' | 'down' | 'isolated';

/** One word for a server, the same that its lantern shows. */
export function serverState(server: ServerView): ServerState {
  if (server.isolated) return 'isolated';
  if (server.modulesUp === 0) return 'down';
  return server.modulesUp < server.modules.length ? 'partly' : 'up';
}
