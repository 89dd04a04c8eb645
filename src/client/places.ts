import { ROOMS } from '../callflow/spec.ts';
import type { ScenarioInfo } from '../session/protocol.ts';
import type { Selection } from '../view/eveningView.ts';

/** A place as one word, for form fields: "server:paris1", "area:69", "centre:69:15". */
export function placeKey(selection: Selection | null): string {
  if (selection === null) return '';
  if (selection.kind === 'server') return `server:${selection.id}`;
  if (selection.kind === 'area') return `area:${selection.code}`;
  return `centre:${selection.code}:${selection.room}`;
}

export function placeFromKey(key: string): Selection | null {
  const [kind, id = '', room = ''] = key.split(':');
  if (kind === 'server' && id !== '') return { kind, id };
  if (kind === 'area' && id !== '') return { kind, code: id };
  const known = ROOMS.find((candidate) => candidate === room);
  if (kind === 'centre' && known !== undefined) return { kind, code: id, room: known };
  return null;
}

export function areaName(scenario: ScenarioInfo | null, code: string): string {
  return scenario?.areas.find((area) => area.code === code)?.name ?? code;
}

export function serverName(scenario: ScenarioInfo | null, id: string): string {
  return scenario?.servers.find((server) => server.id === id)?.name ?? id;
}
