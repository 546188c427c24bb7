import { describe, expect, it } from 'vitest';
import { chance } from '../harness/chance.ts';
import { amount } from '../harness/long.ts';
import { randomDivision } from '../harness/random-tei.ts';
import { builtEdition, sheet, tei } from './edition.ts';

/** Whatever a text is like, looks and roles that a stylesheet changes in it are listed as the proof expects them, in all formats and both views. */

const named = (kind: string, name: string): string =>
  `<xsl:template match="${name}"><${kind} tei="{local-name()}" role="mine" rend="{('italic', 'own', 'bold odd')[1 + count(current()/ancestor::*) mod 3]}"><xsl:copy-of select="@* except (@rend, @rendition, @role)"/><xsl:apply-templates/></${kind}></xsl:template>`;

const templates = `
  ${named('block', 'p[count(preceding-sibling::*) mod 2 = 0][not(@rend)]')}
  ${named('span', 'hi[not(ancestor::note)]')}
  ${named('span', 'seg[not(parent::*/*[2] | parent::u)]')}
  ${named('span', 'p/foreign | p/mentioned | p/num')}
  <xsl:template match="emph"><span tei="emph" role="emphasis"><xsl:copy-of select="@*"/><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="note//hi"><xsl:next-match/></xsl:template>`;

describe('Documents made at random, under stylesheets that change looks and roles', () => {
  it('lose nothing that they do not lose without them', { timeout: 240_000 }, async () => {
    const luck = chance(410);
    const bodies = Array.from(
      { length: amount(15, 400) },
      (_, i) => `<div type="document" xml:id="doc${i}">${randomDivision(luck).replace(/ xml:id="[^"]*"/g, '')}</div>`,
    );
    const plain = await builtEdition({ 'a.xml': tei(bodies.join('')) });
    const own = await builtEdition({ 'a.xml': tei(bodies.join('')), 'xslt/own.xsl': sheet(templates) });
    const before = new Set((await plain.prove()).losses.map(({ document }) => document));
    const proof = await own.prove();
    expect(proof.losses.filter(({ document }) => !before.has(document))).toEqual([]);
    expect(own.built.findings.filter(({ code }) => code.startsWith('stylesheet'))).toEqual([]);
    expect(proof.changedByStylesheets!.units).toBeGreaterThan(amount(8, 200));
    expect(proof.changedByStylesheets!.looks).toBeGreaterThan(amount(8, 200));
    expect(proof.changedByStylesheets!.roles).toBeGreaterThan(0);
  });
});
