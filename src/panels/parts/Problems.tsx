import { useClient, useClientState, useTexts } from '../../client/hooks.ts';

/** What went wrong, where and what was done instead; each message stays until it is put away, or until one leaves the address or the file it is about. */
export function Problems() {
  const t = useTexts();
  const { store } = useClient();
  const problems = useClientState((state) => state.problems);
  return (
    <div role="alert" className="problems" aria-label={t('common:problems.label')}>
      {problems.map(({ id, code, params, file }) => (
        <p key={id} className="problem">
          <span>
            {file !== '' && `${t('common:problems.file', { file })} `}
            {t([`errors:${code}`, `common:errors.${code}`, 'common:errors.unknown'], { ...params, code })}
          </span>
          <button
            type="button"
            className="button"
            aria-label={t('common:problems.dismiss')}
            onClick={() => store.trigger.dismissed({ id })}
          >
            {t('common:problems.hide')}
          </button>
        </p>
      ))}
    </div>
  );
}
