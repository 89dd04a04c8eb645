import { expect, test } from 'vitest';
import { asPage, asTable } from '../../src/panels/console/journalTable.ts';

test('a main courante opens in a spreadsheet: marked as UTF-8, its cells quoted, none of them a formula', () => {
  expect(asTable([['16:47', 'dit « "non" » ; écrit'], ['=1+1']], ';')).toBe(
    '\uFEFF"16:47";"dit « ""non"" » ; écrit"\r\n"\'=1+1"\r\n',
  );
});

test('a main courante opens as a page: what people wrote is text there, and nothing else', () => {
  const page = asPage('fr', 'EXERCICE', 'note', ['Heure'], [['<script>alert(1)</script> & co\nau standard']]);
  expect(page).toContain('<td>&lt;script&gt;alert(1)&lt;/script&gt; &amp; co<br>au standard</td>');
  expect(page).toContain('<html lang="fr">');
  expect(page).toContain('<meta charset="utf-8">');
});
