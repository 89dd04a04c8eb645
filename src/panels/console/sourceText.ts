import type { Source } from '../../session/playProtocol.ts';

type Texts = (key: string, params: Readonly<Record<string, string>>) => string;

/** Where a fact comes from, in words; never a key, whoever acted and however it came. */
export function sourceText(t: Texts, source: Source): string {
  /** The text of a key, or nothing. */
  const known = (key: string): string => t(key, { defaultValue: '' });
  const elsewhere = t('console:source.elsewhere', {});
  const from = (actor: string, key: string): string => {
    const words = known(`console:from.${actor}`);
    return words === '' ? elsewhere : t(key, { from: words });
  };
  switch (source.kind) {
    case 'instrument': {
      const name = known(`play:sensors.${source.sensor}`);
      return name === '' ? elsewhere : t('console:source.instrument', { name });
    }
    case 'act': {
      const name = known(`play:acts.${source.act}.name`);
      // What those outside do has no name of its own: it is told as theirs.
      return name === ''
        ? from(source.act.split('.')[0], 'console:source.of')
        : t('console:source.act', { name });
    }
    case 'message':
      return from(source.from, 'console:source.message');
    case 'hearsay':
      return from(source.from, 'console:source.hearsay');
    case 'media':
      return t('console:source.media', {});
  }
}
