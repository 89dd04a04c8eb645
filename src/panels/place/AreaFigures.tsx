import { ROOMS } from '../../callflow/spec.ts';
import { lossShare } from '../../client/figures.ts';
import { useClientState, useFigures, useTexts } from '../../client/hooks.ts';
import { serverName } from '../../client/places.ts';
import type { Selection } from '../../view/eveningView.ts';
import { FigureTable } from './FigureTable.tsx';

interface AreaFiguresProps {
  readonly selection: Exclude<Selection, { readonly kind: 'server' }>;
  readonly name: string;
}

/** A département as a whole, or one of its rooms. */
export function AreaFigures({ selection, name }: AreaFiguresProps) {
  const t = useTexts();
  const figures = useFigures();
  const scenario = useClientState((state) => state.scenario);
  const view = useClientState((state) => state.calmView);
  const info = scenario?.areas.find(({ code }) => code === selection.code);
  const area = view?.areas.find(({ code }) => code === selection.code);
  if (info === undefined || area === undefined) return null;

  const share = (lost: number, all: number): string => {
    const value = lossShare(lost, all);
    return value === null ? '–' : figures.share(value, 1);
  };
  const rooms = selection.kind === 'centre' ? [ROOMS.indexOf(selection.room)] : [0, 1, 2];
  const sum = (values: readonly number[]): string =>
    figures.count(rooms.reduce((total, room) => total + values[room], 0));
  const here: (readonly [string, string])[] = [
    [t('panels:place.waiting'), sum(area.waiting)],
    [t('panels:place.talking'), sum(area.talking)],
    [t('panels:place.takers'), sum(area.takers)],
  ];
  if (selection.kind === 'centre') return <FigureTable place={name} figures={here} />;
  const notes = [
    ...(area.tenDigit === 'none'
      ? []
      : [t(`panels:areas.${area.tenDigit === 'open' ? 'openNumber' : 'published'}`)]),
    ...(area.goneAround ? [t('panels:areas.around')] : []),
  ];
  return (
    <FigureTable
      place={name}
      figures={[
        [t('panels:areas.attempts'), figures.count(area.attempts)],
        [t('panels:areas.unrouted'), figures.count(area.unrouted)],
        [t('panels:areas.share'), share(area.unrouted, area.attempts)],
        [t('panels:areas.share15'), share(area.unrouted15, area.attempts15)],
        [t('panels:areas.answered'), figures.count(area.answered)],
        ...here,
        [t('panels:areas.notes'), notes.length === 0 ? t('panels:areas.none') : notes.join(', ')],
        [t('panels:place.population'), figures.count(info.population)],
        [t('panels:place.technology'), t(`panels:place.technologies.${info.technology}`)],
        [t('panels:place.home'), serverName(scenario, info.home)],
      ]}
    />
  );
}
