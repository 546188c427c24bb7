/** Which figures are calls of notes: the cases an encoder would have to look at twice. */
import { describe, expect, it } from 'vitest';
import { imported, page, teiBody } from './reading.ts';

const notes = (...texts: string[]): string => texts.map((t, i) => `  ${i + 1}. ${t}`).join('\n');
/** The words before each call, with its label. */
const calls = (text: string): string[] =>
  [...teiBody(text).matchAll(/([^<>]{0,24})<note n="([^"]*)"/g)].map((m) => `${m[1]!.trim()}|${m[2]}`);

describe('a call', () => {
  it('is told from the year it is glued to', () => {
    expect(
      calls(
        page('1. Letter1', 'It came on October 26, 19622 from the town.', notes('Source: Archive.', 'Not printed.')),
      ),
    ).toEqual(['1. Letter|1', 'came on October 26, 1962|2']);
  });

  it('is not taken from a number that occurs elsewhere', () => {
    const text = page(
      '1. Report1',
      'See paper 5429/2 and again 5429/2, which the Board liked.2',
      notes('Source: Archive.', 'Not printed.'),
    );
    expect(calls(text)[1]).toBe(', which the Board liked.|2');
  });

  it('is not the day of a month, a decimal or a thousand', () => {
    const text = page(
      '1. Report1',
      'On May 2 it cost 1.2 or 1,222 crowns; 2 boats came at 2 p.m. The Board agreed.2',
      notes('Source: Archive.', 'Not printed.'),
    );
    expect(calls(text)[1]).toMatch(/The Board agreed\.\|2$/);
  });

  it('is not a point of a list: 1) and 2)', () => {
    const text = page(
      '1. Report1',
      'Points: 1) the boats; 2) the tides. All agreed.2',
      notes('Source: Archive.', 'Not printed.'),
    );
    expect(calls(text)[1]).toMatch(/All agreed\.\|2$/);
  });
});

describe('a call and the numbers that stand by themselves', () => {
  it('is never the last figure of the number of the document', () => {
    const text = page('No. 621\nThe Minister to the Keeper', 'See tables, no. 3 of the year.', notes('Not printed.'));
    expect(calls(text)).toEqual([]);
    expect(teiBody(text)).toContain('<head>No. 621');
  });

  it('is never within the file number above the heading', () => {
    const text = page('794.5 MSP/5–1154: Telegram', 'No. 760\nThe Minister to the Keeper', 'It rained, 5 he said.');
    expect(calls(`${text}\n  5. Not printed.\n`)).toEqual(['It rained,|5']);
  });

  it('is not the last figure of the number a telegram begins with', () => {
    const text = page('1. Telegram', '2162. The Keeper agrees.', 'The boats wait for 2 men.');
    expect(calls(`${text}\n  2. Not printed.\n`).join()).not.toContain('216|');
  });
});

describe('the numbers of the calls', () => {
  it('may begin at 0 although the list begins at 1', () => {
    expect(calls(page('1. Report0', 'The Board agreed.1', notes('Source: Archive.', 'Not printed.')))).toEqual([
      '1. Report|0',
      'The Board agreed.|1',
    ]);
  });

  it('may continue from another document', () => {
    const text = page(
      '1. Report14',
      'The Board agreed.15 The town paid.16',
      notes('Source: Archive.', 'Not printed.', 'Ibid.'),
    );
    expect(calls(text).map((c) => c.split('|')[1])).toEqual(['14', '15', '16']);
  });

  it('may continue from another document after a comma, and where the second call stands apart', () => {
    const text = page(
      '1. Report',
      'The keeper,38 who was there, agreed with the Board 39 and left.40',
      notes('A. Quay.', 'Not printed.', 'Ibid.'),
    );
    expect(calls(text).map((c) => c.split('|')[1])).toEqual(['38', '39', '40']);
  });

  it('may begin again anywhere, although the list counts through', () => {
    const text = page(
      '1. Report1',
      'The Board agreed.2',
      'A Second Report1',
      'The town paid.2 It rained.3 The tide came.4',
      notes('Source: Archive.', 'Not printed.', 'Source: Archive.', 'Ibid.', 'Hail.', 'Spring tide.'),
    );
    expect(calls(text).map((c) => c.split('|')[1])).toEqual(['1', '2', '1', '2', '3', '4']);
  });

  it('may be as many symbols as there are notes, one of them apart', () => {
    const text = page(
      '1. Report *',
      'The Board agreed.† The town ‡ paid.§ It rained.*',
      'All was quiet. * * * Then it rained.',
      notes('Source: Archive.', 'Not printed.', 'Ibid.', 'Ibid.', 'Hail.'),
    );
    expect(calls(text).map((c) => c.split('|')[1])).toEqual(['*', '†', '‡', '§', '*']);
  });

  it('may be a symbol at the heading and numbers after it', () => {
    const text = page(
      '1. Report*',
      'The Board agreed.1 The town 2 paid.',
      notes('Source: Archive.', 'Not printed.', 'Ibid.'),
    );
    expect(calls(text).map((c) => c.split('|')[1])).toEqual(['*', '1', '2']);
  });

  it('may be symbols', () => {
    const text = page('1. Report*', 'The Board agreed.†', notes('Source: Archive.', 'Not printed.'));
    expect(calls(text).map((c) => c.split('|')[1])).toEqual(['*', '†']);
  });

  it('may have a symbol among the numbers', () => {
    const text = page(
      '1. Report1',
      'The Board agreed.* The town paid.2',
      notes('Source: Archive.', 'A remark.', 'Ibid.'),
    );
    expect(calls(text).map((c) => c.split('|')[1])).toEqual(['1', '*', '2']);
  });

  it('may have many symbols among the numbers, one of them twice', () => {
    const text = page(
      '1. Report1',
      'The Board agreed.2',
      'There came 3 boats* and 40 rafts.*',
      'The town paid.† It rained.‡ The keeper slept.3',
      notes('Source: Archive.', 'Ibid.', 'They may vary.', 'They may vary.', 'A tithe.', 'Hail.', 'Ibid.'),
    );
    expect(calls(text).map((c) => c.split('|')[1])).toEqual(['1', '2', '*', '*', '†', '‡', '3']);
  });

  it('may begin again in an attachment', () => {
    const body = page('1. Report1', 'The Board agreed.2', 'Tab A', 'A Report on Boats1', 'The town paid.2');
    const text = `${body}\n  1. Source: Archive.\n  2. Not printed.\n  1. Source: the same.\n  2. Ibid.\n`;
    expect(calls(text).map((c) => c.split('|')[1])).toEqual(['1', '2', '1', '2']);
  });
});

describe('two numberings that are nearly as good', () => {
  it('are a doubt about the first call they place differently', () => {
    const text = page(
      '1. Report',
      'He came,1 and the Board,2 agreed. The boats sank.38 It rained.39',
      notes('Not printed.', 'Ibid.'),
    );
    expect(teiBody(text)).toContain('He came,<note n="1" xml:id="d1fn1" cert="medium">');
    const asked = imported(text).decisions.filter((d) => d.kind === 'note-call');
    expect(asked.map((d) => d.options.map((o) => o.value))).toEqual([
      ['1. Report He came,‹1› and the Board', 'rd,2 agreed. The boats sank.‹38› It rained.39', 'no call'],
    ]);
  });

  it('are distinguished by a symbol that no number of the list explains', () => {
    const text = page(
      '1. Report',
      'It came by telegram 1234.* The Board,1 and the town, agreed in 2 days, and paid 2.',
      notes('Not printed.', 'Ibid.'),
    );
    expect(calls(text).map((c) => c.split('|')[1])).toEqual(['*', '1']);
  });
});

describe('a note without a call', () => {
  const text = page('1. Report1', 'The Board agreed.', notes('Source: Archive.', 'Called in a dateline that is gone.'));

  it('is kept without a place and forced nowhere', () => {
    const { tei } = imported(text);
    expect(tei!.replace(/\s+/g, ' ')).toContain(
      '<back> <div type="notes"> <note n="2" xml:id="d1fn2">Called in a dateline that is gone.</note> </div> </back>',
    );
  });

  it('is reported', () => {
    expect(imported(text).findings.map((f) => f.message)).toContainEqual(
      'Note 2 has no call in the text. Taken: nowhere in the text.',
    );
  });
});

describe('a numbered list before the notes', () => {
  it('stays a list of the text', () => {
    const tei = teiBody(`1. Report1\n\nThe points:\n\n  1. The boats.\n  2. The tides.\n\n  1. Source: Archive.\n`);
    expect(tei).toContain('<list rend="numbered"><item n="1">The boats.</item><item n="2">The tides.</item></list>');
    expect(tei.match(/<note /g)).toHaveLength(1);
  });
});
