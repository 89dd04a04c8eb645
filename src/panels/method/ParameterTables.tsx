import { useFigures, useSourceWords, useTexts } from '../../client/hooks.ts';
import { groupKey, parameterHelpKey, parameterKey, statusKey, unitKey } from '../../client/textKeys.ts';
import type { ParameterInfo } from '../../session/protocol.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { Section } from '../parts/Section.tsx';

/** Published, but measured elsewhere than in France. */
const ABROAD: readonly string[] = ['share_mobile', 'patience_mean'];

/** Every parameter of the model, chapter by chapter: value, unit, range, status, source. */
export function ParameterTables({ parameters }: { readonly parameters: readonly ParameterInfo[] }) {
  const t = useTexts();
  const groups = [...new Set(parameters.map(({ group }) => group))];
  return (
    <Section id="parameters" title={t('method:parameters.title')}>
      {groups.map((group) => (
        <Section key={group} id={`parameters-${group}`} level={3} title={t(groupKey(group))}>
          <DataTable caption={t('method:parameters.caption', { group: t(groupKey(group)) })} focusable>
            <thead>
              <tr>
                <th scope="col">{t('method:parameters.name')}</th>
                <th scope="col" className="number">
                  {t('method:parameters.value')}
                </th>
                <th scope="col">{t('method:parameters.unit')}</th>
                <th scope="col" className="number">
                  {t('method:parameters.range')}
                </th>
                <th scope="col">{t('method:parameters.status')}</th>
                <th scope="col">{t('method:parameters.source')}</th>
              </tr>
            </thead>
            <tbody>
              {parameters
                .filter((parameter) => parameter.group === group)
                .map((parameter) => (
                  <ParameterRow key={parameter.name} parameter={parameter} />
                ))}
            </tbody>
          </DataTable>
        </Section>
      ))}
    </Section>
  );
}

function ParameterRow({ parameter }: { readonly parameter: ParameterInfo }) {
  const t = useTexts();
  const figures = useFigures();
  const words = useSourceWords();
  const { name, value, unit, min, max, status, source } = parameter;
  const range = { min: figures.decimal(min, 4), max: figures.decimal(max, 4) };
  return (
    <tr>
      <th scope="row" className="parameter-name">
        <strong>{t(parameterKey(name))}</strong>
        <span className="quiet">{t(parameterHelpKey(name))}</span>
        <code>{name}</code>
      </th>
      <td className="number">{figures.decimal(value, 4)}</td>
      <td>{t(unitKey(unit))}</td>
      <td className="number">{t('method:parameters.rangeValue', range)}</td>
      <td>
        {status === 'sourced' && ABROAD.includes(name) ? t('method:parameters.abroad') : t(statusKey(status))}
      </td>
      <td>{source === '' ? t('method:parameters.noSource') : words(source)}</td>
    </tr>
  );
}
