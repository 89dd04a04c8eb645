import { useTexts } from '../../client/hooks.ts';

const SHORTCUTS = ['space', 'arrows', 'pages', 'ends', 'tabs', 'escape'] as const;

/** The few keys worth knowing; everything else is reached by Tab. */
export function Shortcuts() {
  const t = useTexts();
  return (
    <div className="seed">
      <h2>{t('common:shortcuts.title')}</h2>
      <dl className="shortcuts">
        {SHORTCUTS.map((name) => (
          <div key={name}>
            <dt>{t(`common:shortcuts.${name}.keys`)}</dt>
            <dd>{t(`common:shortcuts.${name}.what`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
