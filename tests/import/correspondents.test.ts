/** Who writes to whom, as headings tell it. */
import { describe, expect, it } from 'vitest';
import { page, teiBody } from './reading.ts';

/** Sender and recipient as marked in a heading. */
const marked = (heading: string): string[] =>
  [...teiBody(page(heading, 'The boats have come.')).matchAll(/<(persName|orgName) type="(from|to)">([^<]*)</g)].map(
    (m) => `${m[2]!} ${m[1]!.slice(0, -4)} ${m[3]!}`,
  );

describe('a heading', () => {
  it.each([
    ['1. Letter From President Brandt to Chairman Olm', ['from pers Brandt', 'to pers Olm']],
    [
      '2. Memorandum From the Assistant to the Mayor for Harbour Affairs (Aldous) to the Ambassador to Merrin (Ferrier)',
      ['from pers Aldous', 'to pers Ferrier'],
    ],
    [
      '3. Telegram From the Embassy in Merrin to the Department of State',
      ['from org Embassy in Merrin', 'to org Department of State'],
    ],
    [
      '4. Telegram 3112 From the Mission in Port Merrin to the Harbour Office',
      ['from org Mission in Port Merrin', 'to org Harbour Office'],
    ],
    ['The Chargé in Merrin ( Aldous ) to the Secretary of State', ['from pers Aldous', 'to pers Secretary of State']],
    ['5. Report to the Harbour Board by the Keeper (Aldous)', ['to org Harbour Board', 'from pers Aldous']],
    ['6. Memorandum of Conversation', []],
    ['7. Memorandum of a Conversation Between President Brandt and Chairman Olm', []],
    ['8. Minutes of a Meeting of the Harbour Board', []],
    ['9. Editorial Note', []],
  ])('“%s”', (heading, names) => {
    expect(marked(heading)).toEqual(names);
  });
});
