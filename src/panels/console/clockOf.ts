/** Clock ms of an "HH:MM" of the play's data. */
export function clockOf(text: string): number {
  const [hours = '0', minutes = '0'] = text.split(':');
  return (Number(hours) * 60 + Number(minutes)) * 60_000;
}
