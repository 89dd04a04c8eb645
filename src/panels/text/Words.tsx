import { useTexts } from '../../client/hooks.ts';
import { Section } from '../parts/Section.tsx';

const WORDS = ['lost', 'draw', 'server', 'module', 'bug', 'copper', 'inventory', 'cic'] as const;

/** The few words that are not everyone's. */
export function Words() {
  const t = useTexts();
  return (
    <Section id="words" title={t('panels:words.title')}>
      <dl className="words">
        {WORDS.map((word) => (
          <div key={word}>
            <dt>{t(`panels:words.${word}.term`)}</dt>
            <dd>{t(`panels:words.${word}.meaning`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
