import { beforeAll, describe, expect, it } from 'vitest';
import type { TextFormat } from '../../src/formats/format.ts';
import { htmlFormat } from '../../src/formats/html/html-format.ts';
import { compileShell } from '../../src/formats/html/shell.ts';
import { edition, shellSources, unit } from './html-fixture.ts';
import { faultsOfPage } from './html-nesting.ts';
import { randomBlocks } from './html-random.ts';

let html: TextFormat;
beforeAll(async () => {
  html = htmlFormat(await compileShell(shellSources()));
});

describe('whatever is in whatever', () => {
  it('the page is well-formed, allowed by HTML, and gives back its text', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const whole = unit(...randomBlocks(seed));
      const page = html.write(whole, edition);
      expect(
        faultsOfPage(page).filter((fault) => fault !== 'no id fn1'),
        `seed ${seed}`,
      ).toEqual([]);
      expect(html.readBack(page).spine, `seed ${seed}`).toEqual(whole.spine);
    }
  });
});
