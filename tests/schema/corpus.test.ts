import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { hasJing, jing } from './tools.ts';

vi.setConfig({ testTimeout: 180_000 });

const CORPUS = resolve('../shared/corpus');
const ready = existsSync(CORPUS) && hasJing;
const why = ready ? '' : ' (skipped: ../shared/corpus or jing is not here)';

/** What is really wrong in these files, and why. */
const FAULTS = [
  // A paragraph in a list, before its first item.
  'frus/frus1952-54v14p2.xml:89: error: element "p" not allowed here',
  // A signature typed outside any closer, with the name of a person around it.
  'frus/frus1952-54v14p2.xml:26823: error: element "persName" not allowed here',
  'frus/frus1952-54v14p2.xml:26824: error: element "signed" not allowed here',
  // addSpan marks a point; the added words belong in add.
  'letters/L00991.xml:80: error: element "supplied" not allowed here',
  'letters/L00991.xml:80: error: text not allowed here',
  'letters/L01321.xml:79: error: text not allowed here',
  // anchor marks a point; the words to which a remark belongs want seg or a pair of anchors.
  'letters/L01981.xml:195: error: text not allowed here',
  'letters/L01981.xml:196: error: text not allowed here',
  'letters/L02531.xml:174: error: text not allowed here',
  // Two names of pictures in one address.
  'letters/L03081.xml:118: error: value of attribute "url" is invalid; must be a URI matching the regular expression "\\S+"',
  // A reference that leads nowhere, and a picture without an address.
  'letters/L04301.xml:124: error: value of attribute "target" is invalid; missing token; must be a URI matching the regular expression "\\S+"',
  'letters/L04510.xml:133: error: value of attribute "url" is invalid; must be a URI matching the regular expression "\\S+"',
];

test.skipIf(!ready)(`the files of the field are valid under the exchange schema, but for real faults${why}`, () => {
  const files = ['drama', 'frus', 'letters', 'novels'].flatMap((kind) =>
    readdirSync(`${CORPUS}/${kind}`)
      .filter((name) => name.endsWith('.xml'))
      .toSorted()
      .map((name) => `${kind}/${name}`),
  );
  expect(files.length).toBeGreaterThan(40);
  expect(jing(resolve('schema/octavo-exchange.rng'), CORPUS, files)).toEqual(FAULTS);
});
