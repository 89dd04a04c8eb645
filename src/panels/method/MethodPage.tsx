import { useFigures, useClientState, useTexts } from '../../client/hooks.ts';
import type { Figures } from '../../client/figures.ts';
import type { ParameterInfo } from '../../session/protocol.ts';
import { ContentsList } from '../parts/ContentsList.tsx';
import { Section } from '../parts/Section.tsx';
import { Chronology } from '../text/Chronology.tsx';
import { Published } from '../text/Published.tsx';
import { Words } from '../text/Words.tsx';
import { ParameterTables } from './ParameterTables.tsx';

const SECTIONS = [
  'callers',
  'volumes',
  'path',
  'servers',
  'lasting',
  'ending',
  'tenDigit',
  'lost',
  'serious',
  'fitted',
  'untold',
  'missed',
  'unknown',
  'sources',
] as const;
/** Findings, one a line; figures are those of docs/MODEL.md, means over 200 draws. */
const LISTS: Readonly<Partial<Record<(typeof SECTIONS)[number], readonly string[]>>> = {
  untold: ['touched', 'ordinary', 'nord', 'noBug', 'untested'],
  missed: ['iledefrance', 'insisting', 'lyon'],
};
const LICENCES = ['map', 'overseas', 'population', 'fonts', 'code'] as const;

/** "How we count": the model in plain words, its values, its chronology, its licences. */
export default function MethodPage() {
  const t = useTexts();
  const figures = useFigures();
  const scenario = useClientState((state) => state.scenario);
  const quoted = scenario === null ? {} : values(scenario.parameters, figures);
  const parts = [
    ...SECTIONS.map((name) => ({ id: `method-${name}`, title: t(`method:sections.${name}.title`) })),
    { id: 'parameters', title: t('method:parameters.title') },
    { id: 'chronology', title: t('panels:chronology.title') },
    { id: 'words', title: t('panels:words.title') },
    { id: 'licences', title: t('method:licences.title') },
  ];
  return (
    <main className="method">
      <div className="method-prose method-head">
        <h2 className="method-title">{t('method:title')}</h2>
        <p>{t('method:lead')}</p>
      </div>
      {scenario === null ? (
        <p role="status">{t('method:waiting')}</p>
      ) : (
        <>
          <div className="method-contents">
            <ContentsList label={t('method:contents')} parts={parts} />
          </div>
          {SECTIONS.map((name) => (
            <div key={name} className="method-prose">
              <Section id={`method-${name}`} title={t(`method:sections.${name}.title`)}>
                <Part name={name} part="text" values={quoted} />
                {LISTS[name] !== undefined && (
                  <ul className="plain-list">
                    {LISTS[name].map((item) => (
                      <li key={item}>{t(`method:sections.${name}.items.${item}`)}</li>
                    ))}
                  </ul>
                )}
                <Part name={name} part="more" values={quoted} />
                {name === 'fitted' && <Published />}
              </Section>
            </div>
          ))}
          <ParameterTables parameters={scenario.parameters} />
          <Chronology live={false} />
          <div className="method-prose">
            <Words />
            <Section id="licences" title={t('method:licences.title')}>
              <ul className="licences">
                {LICENCES.map((name) => (
                  <li key={name}>{t(`method:licences.${name}`)}</li>
                ))}
              </ul>
            </Section>
          </div>
        </>
      )}
    </main>
  );
}

function Part({
  name,
  part,
  values,
}: {
  readonly name: string;
  readonly part: 'text' | 'more';
  readonly values: Readonly<Record<string, string>>;
}) {
  const t = useTexts();
  return <p>{t(`method:sections.${name}.${part}`, values)}</p>;
}

/** The prose quotes the scenario's values: it cannot say another number than the tables. */
function values(parameters: readonly ParameterInfo[], figures: Figures): Record<string, string> {
  const texts = parameters.map(({ name, unit, value }) => [
    name,
    unit === 'share' ? figures.share(value) : figures.decimal(value),
  ]);
  const leak = parameters.find(({ name }) => name === 'leak')?.value ?? 0;
  return { ...Object.fromEntries(texts), leak_one_in: leak > 0 ? figures.count(1 / leak) : '∞' };
}
