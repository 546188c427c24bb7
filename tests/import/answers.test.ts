/** The decision log and its replay: what a person has decided stays decided, also when the text was corrected elsewhere. */
import { describe, expect, it } from 'vitest';
import { answersFor, readDecisions, writeDecisions } from '../../src/import/answers.ts';
import type { Decision } from '../../src/import/decisions.ts';
import { sourceText } from '../../src/source/text.ts';
import { imported, page } from './reading.ts';

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

  it('is obeyed after a small correction beside it', () => {
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
