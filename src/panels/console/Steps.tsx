import { useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import { serverName } from '../../client/places.ts';
import type { ChoiceView } from '../../view/seatView.ts';
import { usePlayWords } from './words.ts';

/** What an option would do by itself, step by step, on which server, and what of it is under way already. */
export function Steps({ option }: { readonly option: ChoiceView['options'][number] }) {
  const t = useTexts();
  const words = usePlayWords();
  const scenario = useExercise().scenario;
  const { steps, server, together } = option;
  const underWay = steps.filter(({ until }) => until !== null);
  const said = [
    ...(steps.length < 2
      ? []
      : [
          t(together ? 'console:dilemma.together' : 'console:dilemma.inTurn', {
            acts: steps
              .map(({ act, minutes, until }) =>
                until === null ? t('console:dilemma.step', { act: words.act(act), minutes }) : words.act(act),
              )
              .join(together ? ', ' : ' → '),
          }),
        ]),
    ...underWay.map(({ act, until }) =>
      t('console:dilemma.underWay', { act: words.act(act), until: words.hour(until ?? 0) }),
    ),
    ...steps.flatMap(({ act, pool, people, from }) =>
      from === null
        ? []
        : [
            t('console:dilemma.startsOnceFree', {
              act: words.act(act),
              pool: words.pool(pool),
              people: t('console:people', { count: people }),
              until: words.hour(from),
            }),
          ],
    ),
    ...(server === null ? [] : [t('console:dilemma.server', { server: serverName(scenario, server) })]),
  ];
  return said.map((text) => (
    <p key={text} className="quiet">
      {text}
    </p>
  ));
}
