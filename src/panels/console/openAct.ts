import type { PlayClient } from '../../client/playClient.ts';

/** Brings an act up in the list of acts, its form open, and gives it the focus. */
export function openAct(client: PlayClient, act: string): void {
  client.arrange({ tab: 'decide', act: { act, args: {}, rests: [], why: '' } });
  focusSoon(`act-${act}`);
}

/** Brings into sight what will be there once the screen has been drawn, and leaves the focus where it is. */
export function scrollSoon(id: string, block: 'nearest' | 'start' = 'nearest'): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.getElementById(id)?.scrollIntoView({ block })),
  );
}

/** Gives the focus to what will be there once the screen has been drawn. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const element = document.getElementById(id);
      element?.focus();
      // One reads on from a heading: it comes to the top.
      const reading = element?.matches('h2, h3, h4, summary') === true;
      element?.scrollIntoView({ block: reading ? 'start' : 'nearest' });
    }),
  );
}

export const isTyping = (): boolean =>
  document.activeElement instanceof HTMLTextAreaElement || document.activeElement instanceof HTMLInputElement;

/** Whether somebody is reading or writing in the console: what they look at is not taken away. */
export const isAtWork = (): boolean => document.activeElement?.closest('.console-body') != null;

/** Whether somebody goes about by keyboard, with the focus somewhere: what lies next to it stays what it was. */
export const isByKeyboard = (): boolean =>
  document.activeElement?.matches('body, #console-title') === false &&
  document.activeElement.matches(':focus-visible');
