import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { handWritten } from '../../scripts/docs/phase-1-tables.ts';
import { plainTemplates } from '../../scripts/table/plain-templates.ts';
import { elements } from '../../src/model/tei/elements.ts';
import { root } from '../harness/places.ts';
import { disagreements } from './disagreements.ts';

/** Phase 1 and the table of elements: some templates are made from the table, the others agree with it. */

const xslt = join(root, 'xslt');

describe('the templates of phase 1', () => {
  it('in table.xsl are as the table makes them today', () => {
    const written = readFileSync(join(xslt, '1-reading/table.xsl'), 'utf8');
    expect(written, 'npm run table').toBe(plainTemplates(elements));
  });

  it('that are written by hand are those that the table names, and make what it says', () => {
    expect(disagreements(elements, handWritten(xslt))).toEqual([]);
  });

  it('would be found if they did not agree', () => {
    const { space, sic, quote } = elements;
    const wrong = {
      ...elements,
      space: { ...space, by: 'lists' as const },
      sic: { ...sic, status: 'surplus' as const },
      quote: { ...quote, becomes: 'words' as const },
      abbr: { ...elements.abbr, by: 'editorial' as const },
    };
    expect(disagreements(wrong, handWritten(xslt))).toEqual([
      'quote: the table says words, blocks.xsl block (where `p, lg, l, list, sp, ab, parent::div, parent::body, parent::epigraph`), else span',
      'space: breaks.xsl has a template of its own',
      'sic: the table says surplus, editorial.xsl status: corrected (of `corr`), regularized (of `reg`), erroneous (of `sic`), original (of `orig`)',
      'abbr: editorial.xsl has no template for it',
      'space: lists.xsl has no template for it',
    ]);
  });
});
