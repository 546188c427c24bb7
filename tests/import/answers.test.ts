/** The decision log and its replay: what a person has decided stays decided, also when the text was corrected elsewhere. */
import { describe, expect, it } from 'vitest';
import { answersFor, readDecisions, writeDecisions } from '../../src/import/answers.ts';
import type { Decision } from '../../src/import/decisions.ts';
import { sourceText } from '../../src/source/text.ts';
import { imported, page, teiBody } from './reading.ts';

const body = page(
  '3. Letter From A to B',
  'The boats have come.',
  'Tab A',
  'The first boat has two masts, and the keeper has seen it himself on the evening of that day.',
  'John M. Aldous',
);

/** The decisions with a person's answer to the question of one kind. */
function answer(decisions: readonly Decision[], kind: string, value: string): Decision[] {
  return decisions.map((d) => (d.kind === kind ? { ...d, answer: value } : d));
}

describe('the decision log', () => {
  const { decisions, findings } = imported(body);

  it('names every doubtful choice in the order of the text', () => {
    expect(decisions.map((d) => [d.line, d.kind, d.chosen])).toEqual([
      [5, 'attachment', 'attachment'],
      [9, 'signature', 'signature'],
    ]);
  });

  it('says the same in findings to review, with the place', () => {
    const reviews = findings.filter((f) => f.severity === 'review');
    expect(reviews.map((f) => f.span?.start.line)).toEqual([5, 9]);
    expect(reviews[0]!.message).toBe(
      'Does an attachment begin at “Tab A”? Taken: an attachment begins here. Also possible: a line of the text.',
    );
    expect(reviews[0]!.fix).toContain(decisions[0]!.key);
  });

  it('is the same for the same text', () => {
    expect(imported(body).decisions).toEqual(decisions);
  });
});

describe('an answer', () => {
  const answers = answer(imported(body).decisions, 'attachment', 'paragraph');

  it('is obeyed', () => {
    const { tei, findings } = imported(body, { answers });
    expect(tei).not.toContain('<div type="attachment"');
    expect(tei).toContain('<p>Tab A</p>');
    expect(findings.filter((f) => f.severity === 'review').map((f) => f.span?.start.line)).toEqual([9]);
  });

  it('takes the cert away from what it confirms', () => {
    expect(imported(body).tei).toContain('<div type="attachment" xml:id="d3-tab-a" cert="medium">');
    const agreed = answer(imported(body).decisions, 'attachment', 'attachment');
    expect(imported(body, { answers: agreed }).tei).toContain('<div type="attachment" xml:id="d3-tab-a">');
    expect(imported(body, { answers: agreed }).tei).toContain('<signed cert="medium">John M. Aldous</signed>');
  });

  it('stays in the log as an answer', () => {
    expect(imported(body, { answers }).decisions.map((d) => d.answer)).toEqual(['paragraph', '']);
  });

  it('is obeyed after the text was corrected elsewhere', () => {
    const corrected = body
      .replace('The boats have come.', 'The boats came in the night.\n\nNobody saw them.')
      .replace('two masts', 'three masts');
    expect(imported(corrected, { answers }).tei).toContain('<p>Tab A</p>');
  });

  it('is obeyed after a small correction next to it', () => {
    const corrected = body.replace('The first boat', 'The First boat');
    expect(imported(corrected, { answers }).tei).toContain('<p>Tab A</p>');
  });

  it('that finds no question any more is reported', () => {
    const gone = body.replace('Tab A\n\n', '');
    const { findings } = imported(gone, { answers });
    expect(findings.map((f) => f.code)).toContain('import-answer-unused');
  });
});

describe('an answer about a call', () => {
  const text = page(
    '3. Report1',
    'The Board met at 2 o’clock and had before it paper 42 on the boats',
    'The town paid.',
    '  1. Source: Archive.\n  2. Not printed.',
  );
  const before = imported(text);
  const decision = before.decisions.find((d) => d.kind === 'note-call')!;

  it('is asked for where figures compete', () => {
    expect(decision.options.length).toBeGreaterThan(1);
  });

  it('moves the call to the place that was named', () => {
    const none = imported(text, { answers: answer(before.decisions, 'note-call', 'no call') });
    expect(none.tei).toContain('<div type="notes">');
    const at = imported(text, {
      answers: answer(before.decisions, 'note-call', 'and had before it paper 4‹2› on the boats'),
    });
    expect(at.tei!.replace(/\s+/g, ' ')).toContain('paper 4<note n="2"');
  });

  it('takes what is at that place for the label, whatever the list counts', () => {
    const answers = answer(before.decisions, 'note-call', 'before it paper ‹42› on the boats');
    expect(imported(text, { answers }).tei!.replace(/\s+/g, ' ')).toContain('paper <note n="42"');
  });

  it('holds when the text was corrected elsewhere', () => {
    const answers = answer(before.decisions, 'note-call', 'and had before it paper 4‹2› on the boats');
    const corrected = text
      .replace('The Board met at 2 o’clock', 'The full Board met, at 2 o’clock,')
      .replace('The town paid.', 'The town paid 12 crowns.');
    const { tei, decisions } = imported(corrected, { answers });
    expect(tei!.replace(/\s+/g, ' ')).toContain('paper 4<note n="2"');
    expect(decisions.filter((d) => d.kind === 'note-call' && d.answer === '')).toEqual([]);
  });
});

/** The decisions of one kind, and the body of the TEI with an answer to them. */
function asked(text: string, kind: string) {
  const { decisions } = imported(text);
  const found = decisions.filter((d) => d.kind === kind);
  const withAnswer = (value: string): string => teiBody(text, { answers: answer(decisions, kind, value) });
  return { found, withAnswer };
}

describe('a question about the date', () => {
  const letter = (dateline: string): string => page('3. Letter From A to B', dateline, 'The boats have come in.');

  it('lets a person give the last full stop to the date', () => {
    const { found, withAnswer } = asked(letter('Hamburg, May 8, 1869.'), 'date-end');
    expect(found.map((d) => [d.line, d.chosen, d.options.map((o) => o.value)])).toEqual([
      [3, 'line', ['date', 'line']],
    ]);
    expect(withAnswer('line')).toContain('<date when="1869-05-08">May 8, 1869</date>.</dateline>');
    expect(withAnswer('date')).toContain('<date when="1869-05-08">May 8, 1869.</date></dateline>');
  });

  it('lets a person leave the hour out of the date', () => {
    const { withAnswer } = asked(letter('Hamburg, May 8, 1869, noon.'), 'date-end');
    expect(withAnswer('line')).toContain('<date when="1869-05-08T12:00:00">May 8, 1869, noon</date>.');
    expect(withAnswer('day')).toContain('<date when="1869-05-08">May 8, 1869</date>, noon.');
  });

  it('reports two full stops at the end apart', () => {
    const { withAnswer } = asked(letter('Hamburg, May 8, 1869, 4 p.m..'), 'date-end');
    expect(withAnswer('line')).toContain('May 8, 1869, 4 p.m.</date>.</dateline>');
    expect(withAnswer('date')).toContain('May 8, 1869, 4 p.m..</date></dateline>');
  });

  it('takes an hour in brackets after the date for its part', () => {
    const { found, withAnswer } = asked(letter('Hamburg, 8 May 1869—[4:10 p.m.]'), 'date-end');
    expect(found[0]!.chosen).toBe('all');
    expect(withAnswer('all')).toContain('>8 May 1869—[4:10 p.m.]</date></dateline>');
  });

  it('lets a person mark “undated”, and keeps a doubtful place', () => {
    const { found, withAnswer } = asked(letter('Hamburg, undated.'), 'undated');
    expect(found.map((d) => d.chosen)).toEqual(['words']);
    expect(withAnswer('word')).toContain('<placeName>Hamburg</placeName>, <date>undated</date>.</dateline>');
    expect(withAnswer('stop')).toContain('<date>undated.</date></dateline>');
    expect(teiBody(letter('[Hamburg?, undated.]'))).toContain(
      '[<placeName>Hamburg</placeName>?, <date>undated</date>.]',
    );
  });

  it('is asked of a dateline inside the text', () => {
    const text = page(
      '3. Report',
      'He read a letter aloud, as follows.',
      'Hamburg, May 8, 1869.',
      'I have seen the boats.',
    );
    const { found, withAnswer } = asked(text, 'dateline');
    expect(found.map((d) => [d.line, d.chosen])).toEqual([[5, 'paragraph']]);
    expect(withAnswer('dateline')).toContain('<p><placeName>Hamburg</placeName>, <date when="1869-05-08">May 8, 1869');
  });
});

describe('a question about the build of the text', () => {
  const sentence =
    'The boats came in the night and lay before the harbour until the morning, when the keeper let them in.';

  it('is asked once for all titles of a document', () => {
    const text = page(
      '3. Report',
      sentence,
      'The Northern Harbour',
      `${sentence} ${sentence}`,
      'The Old Lighthouse',
      `${sentence} ${sentence}`,
    );
    const { found, withAnswer } = asked(text, 'section');
    expect(found.map((d) => d.ask)).toEqual([
      'Are “The Northern Harbour” and 1 more line below titles of what follows them?',
    ]);
    expect(withAnswer('section')).toContain('<div type="section"><head>The Northern Harbour</head>');
    expect(withAnswer('paragraph')).toContain('<p>The Old Lighthouse</p>');
  });

  it('takes a line before a list as its head if a person says so', () => {
    const text = page('3. Report', 'Boats of the Harbour', '  • Anna\n  • Berta', sentence);
    const { found, withAnswer } = asked(text, 'list-head');
    expect(found.map((d) => d.chosen)).toEqual(['paragraph']);
    expect(withAnswer('head')).toContain('<head>Boats of the Harbour</head><item>Anna</item>');
  });

  it('makes rows inside an item a table where tabs separate them', () => {
    const text = page(
      '3. Report',
      '  • The harbour has:\n    9 boats\t(2 masts)\n    3 boats\t(1 mast)\n  • No more.',
      sentence,
    );
    const table = '<row><cell>9 boats</cell><cell>(2 masts)</cell></row>';
    expect(teiBody(text)).toContain(table);
  });

  it('asks about rows inside an item where nothing parts the cells', () => {
    const text = page(
      '3. Report',
      '  • The harbour has:\n    boats two masts\n    rafts no mast\n    ships three masts\n  • No more.',
      sentence,
    );
    const { found, withAnswer } = asked(text, 'table');
    expect(found.map((d) => [d.line, d.chosen])).toEqual([[4, 'paragraph']]);
    expect(withAnswer('table')).toContain('<row><cell>rafts no mast</cell></row>');
  });

  it('asks about long lines too', () => {
    const long = Array<string>(4).fill(sentence).join(' ');
    const { found, withAnswer } = asked(page('3. Report', sentence, `${long}\nShort.\n${long}`, sentence), 'table');
    expect(found.map((d) => d.line)).toEqual([5]);
    expect(withAnswer('table')).toContain('<row><cell>Short.</cell></row>');
  });
});

describe('the decisions file', () => {
  const { decisions } = imported(body);
  const file = writeDecisions({ file: 'letter.txt', output: 'abc', decisions });

  it('is read back as it was written', () => {
    const { files, findings } = readDecisions(sourceText('letter.decisions.json', file));
    expect(findings).toEqual([]);
    expect(files[0]!.decisions).toEqual(decisions);
  });

  it('answers for its own file only', () => {
    const { files } = readDecisions(sourceText('letter.decisions.json', file));
    expect(answersFor('other.txt', files)).toEqual([]);
    expect(answersFor('letter.txt', files)).toHaveLength(2);
  });

  it('that is damaged is an error with what to do', () => {
    const { findings } = readDecisions(sourceText('letter.decisions.json', file.slice(0, -20)));
    expect(findings[0]).toMatchObject({ code: 'import-answers', severity: 'error' });
  });
});

describe('a page mark that letters touch on both sides', () => {
  it.each(['a.txt', 'a.md'])('is inside the word, and nobody is asked (%s)', (file) => {
    const text = page(
      file.endsWith('md') ? '# 1. Letter' : '1. Letter',
      'The har[Page 14]bour and the boats [Page 15] sail.',
    );
    const { tei, decisions } = imported(text, {}, file);
    expect(tei!.replace(/\s+/g, ' ')).toContain('The har<pb n="14" xml:id="pg_14" break="no"/>bour');
    expect(decisions).toEqual([]);
  });
});
