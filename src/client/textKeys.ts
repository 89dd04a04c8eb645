/** Keys of the scenario's own texts, in one place. */
export const chronologyKey = (key: string): string => `scenario:chronology.${key}`;
export const confidenceKey = (confidence: string): string => `scenario:confidence.${confidence}`;
export const parameterKey = (name: string): string => `scenario:parameters.${name}.name`;
export const parameterHelpKey = (name: string): string => `scenario:parameters.${name}.help`;
export const groupKey = (group: string): string => `scenario:groups.${group}`;
export const unitKey = (unit: string): string => `scenario:units.${unit}`;
export const statusKey = (status: string): string => `scenario:status.${status}`;
export const actorKey = (actor: string): string => `scenario:actors.${actor}`;
export const orderKey = (type: string): string => `scenario:orders.${type}`;
