import { describe, expect, it } from 'vitest';
import { allFormats } from '../harness/formats.ts';
import { lossesOf, readDocument, writerOf } from '../harness/one-document.ts';

/** Glosses (ruby) on pages and in texts. */

const formats = await allFormats();

const write = writerOf(formats);

const losses = lossesOf(formats);

const inAll = (content: string): string[] => [...formats.keys()].flatMap((name) => losses(name, content));

describe('Words with a gloss', () => {
  const content =
    '<head>A <ruby><rb>大學</rb><rt>dàxué</rt></ruby></head><p>We saw <ruby>\n<rb>東京</rb>\n<rt place="above" xml:lang="ja">とうきょう</rt>\n</ruby>.</p>';

  it('are ruby on a page, and have it in parentheses in a text', () => {
    expect(write('html', content)).toContain(
      '<p>We saw <ruby>東京<rt lang="ja" xml:lang="ja" data-place="above">とうきょう</rt></ruby>.</p>',
    );
    expect(write('text', content)).toBe('A 大學 (dàxué)\n\nWe saw 東京 (とうきょう).\n');
    expect(inAll(content)).toEqual([]);
    expect(readDocument(content).unit.facts.title).toBe('A 大學');
  });

  it('may have two', () => {
    const two = '<p><ruby><rb>山</rb><rt place="above">やま</rt><rt place="below">shān</rt></ruby></p>';
    expect(write('html', two)).toContain(
      '<ruby><ruby>山<rt data-place="above">やま</rt></ruby><rt data-place="below">shān</rt></ruby>',
    );
    expect(write('text', two)).toBe('山 (やま) (shān)\n');
    expect(inAll(two)).toEqual([]);
  });

  it('stay words where the gloss is more than words', () => {
    const withNote = '<p><ruby><rb>山</rb><rt>やま<note n="1">so</note></rt></ruby></p>';
    expect(write('text', withNote)).toBe('山やま[1]\n\n[1] so\n');
    expect(inAll(withNote)).toEqual([]);
  });

  it.each([
    ['is lost', /<rt [^]*?<\/rt>/, ''],
    ['is another', 'とうきょう', 'とうきよう'],
    ['is words', /<rt [^>]*>([^]*?)<\/rt>/, '$1'],
    ['is in another place', 'data-place="above"', 'data-place="below"'],
    ['is in another language', 'lang="ja" xml:lang="ja"', 'lang="zh" xml:lang="zh"'],
    ['is on other words', /<ruby>東京/, '東<ruby>京'],
    ['moves', /東京(<rt [^]*?<\/rt>)/, '$1東京'],
  ] as const)('on a page whose gloss %s are found', (_, from, to) => {
    expect(losses('html', content, (page) => page.replace(from, to))).not.toEqual([]);
  });

  it('of a text without its gloss are found', () => {
    expect(losses('text', content, (text) => text.replace(' (とうきょう)', ''))).not.toEqual([]);
  });
});
