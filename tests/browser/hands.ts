import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { soon } from './playHelpers.ts';
import { plain } from './texts.ts';

/** How a control is called: how its accessible name begins, or what it matches. */
type Name = string | RegExp;

/** What a person does with a screen, whatever with: a control that one of the two cannot use fails the test. */
export interface Hand {
  /** Presses a button, follows a link, unfolds a summary. */
  press(name: Name): Promise<void>;
  /** Ticks a box. */
  tick(name: Name): Promise<void>;
  /** Picks one of several: a radio button or a tab. */
  pick(name: Name): Promise<void>;
  /** Writes in a field, instead of what it holds; `then` is the key pressed at the end. */
  write(name: Name, text: string, then?: 'Enter'): Promise<void>;
  /** Chooses an option of a list. */
  choose(name: Name, option: string): Promise<void>;
}

const begins = (name: Name): RegExp =>
  name instanceof RegExp
    ? name
    : new RegExp(
        `^\\s*${plain(name)
          .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
          .replaceAll(' ', '\\s+')}`,
      );

/** By pointer, as Playwright finds controls: by role and accessible name. */
export function pointer(page: Page): Hand {
  const named = (roles: readonly Parameters<Page['getByRole']>[0][], name: Name) =>
    roles
      .map((role) => page.getByRole(role, { name: begins(name) }))
      .reduce((all, each) => all.or(each))
      .first();
  return {
    press: (name) =>
      named(['button', 'link'], name)
        .or(page.locator('summary', { hasText: begins(name) }))
        .first()
        .click(soon),
    tick: (name) => named(['checkbox'], name).check(soon),
    pick: (name) => named(['radio', 'tab'], name).click(soon),
    async write(name, text, then) {
      const field = named(['textbox', 'searchbox'], name);
      await field.fill(text, soon);
      if (then !== undefined) await field.press(then);
    },
    async choose(name, option) {
      await named(['combobox'], name).selectOption({ label: option }, soon);
    },
  };
}

/** Flags of a Chromium that tells the accessible name it computed: what a screen reader says. */
export const NAMING = ['--enable-blink-features=ComputedAccessibilityInfo'];

/** What has the focus; its group is the radio buttons or tabs that arrows go through. */
interface Focus {
  readonly kind: string;
  readonly name: string;
  readonly group: readonly string[];
}

declare global {
  interface Element {
    /** Chromium's, behind a flag. */
    readonly computedName?: string;
  }
}

const focusOf = async (page: Page): Promise<Focus> => {
  const { kind, name, group } = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return { kind: '', name: '', group: [] };
    const tabs = element.getAttribute('role') === 'tab' ? element.closest('[role=tablist]') : null;
    const radio = element instanceof HTMLInputElement && element.type === 'radio' ? element : null;
    const group =
      tabs !== null
        ? [...tabs.querySelectorAll('[role=tab]')]
        : radio === null
          ? []
          : [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
              (each) => each.name === radio.name && each.form === radio.form,
            );
    return {
      kind:
        element instanceof HTMLInputElement
          ? element.type
          : (element.getAttribute('role') ?? element.tagName.toLowerCase()),
      name: element.matches('summary') ? (element.textContent ?? '') : (element.computedName ?? ''),
      group: group.map((each) => each.computedName ?? ''),
    };
  });
  return { kind, name: plain(name), group: group.map(plain) };
};

const PRESSABLE = ['button', 'a', 'summary', 'submit'];
const WRITABLE = ['text', 'search', 'textarea', 'number'];

/**
 * By keyboard alone: Tab until the focus is on the control, arrows within a group. What is not met in `presses` is not
 * there for the keyboard.
 */
export function keyboard(page: Page, presses = 200): Hand {
  const reach = async (what: string, here: (focus: Focus) => boolean): Promise<Focus> => {
    const met: string[] = [];
    for (let press = 0; press <= presses; press++) {
      const focus = await focusOf(page);
      if (here(focus)) return focus;
      met.push(`${focus.kind} “${focus.name.slice(0, 40)}”`);
      await page.keyboard.press('Tab');
    }
    throw new Error(
      `${presses} presses of Tab never reached ${what}; the last met: ${met.slice(-40).join(', ')}`,
    );
  };
  const reachNamed = (kinds: readonly string[], name: Name): Promise<Focus> =>
    reach(
      `${kinds[0]} ${String(name)}`,
      (focus) => kinds.includes(focus.kind) && begins(name).test(focus.name),
    );
  return {
    async press(name) {
      await reachNamed(PRESSABLE, name);
      await page.keyboard.press('Enter');
    },
    async tick(name) {
      await reachNamed(['checkbox'], name);
      if (!(await page.evaluate(() => (document.activeElement as HTMLInputElement).checked)))
        await page.keyboard.press('Space');
    },
    async pick(name) {
      const { kind, group } = await reach(`one of several, ${String(name)}`, (focus) =>
        focus.group.some((each) => begins(name).test(each)),
      );
      const arrow = kind === 'tab' ? 'ArrowRight' : 'ArrowDown';
      for (let turns = 0; turns < group.length; turns++) {
        if (begins(name).test((await focusOf(page)).name)) break;
        await page.keyboard.press(arrow);
      }
      const { name: picked } = await focusOf(page);
      expect(picked).toMatch(begins(name));
      if (kind === 'radio') await page.keyboard.press('Space');
    },
    async write(name, text, then) {
      await reachNamed(WRITABLE, name);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
      if (then !== undefined) await page.keyboard.press(then);
    },
    async choose(name, option) {
      await reachNamed(['select'], name);
      await page.keyboard.press('Home');
      for (let down = 0; down < presses; down++) {
        const chosen = await page.evaluate(
          () => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.label ?? '',
        );
        if (plain(chosen) === option) return;
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`the list ${String(name)} has no ${option} for the keyboard`);
    },
  };
}
