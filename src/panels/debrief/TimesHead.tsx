import { useTexts } from '../../client/hooks.ts';

/** Head of a table of milestones: the act, its content once received, and the documented time. */
export function TimesHead() {
  const t = useTexts();
  return (
    <thead>
      <tr>
        {(['milestone', 'act', 'content', 'documented'] as const).map((column) => (
          <th key={column} scope="col">
            {t(`debrief:screen.times.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
