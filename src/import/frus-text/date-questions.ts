/**
 * What a person is asked about the date of a dateline. The same words were tagged in more than one way, by habits that a text does not
 * show: a full stop at the end belongs to the date or to the line, an hour to the date or not, and `undated` is a date or none.
 */
import type { Chooser, Option } from '../decisions.ts';
import type { BodyLine } from './body-lines.ts';
import { type DateReading, type EndOfDate, readDate, undatedWords, withoutStop } from './dateline.ts';

const hourWords = /(?:[ap]\. ?m\.?|noon|midnight|\d{4}Z)$/iu;

/** `10 March 1953—[3:08 p.m.]` */
const hourInBrackets = /^[—, ]*\[\d[^\]]*m\.\]$/u;

/** What the end of a date can be, the last full stop of the line and the hour considered. */
function endsOf(words: string): { options: Option[] } | undefined {
  const date = readDate(words);
  if (!date) return undefined;
  const bare = withoutStop(date.text, words.slice(date.index + date.text.length));
  const hour = hourWords.test(date.text);
  const rest = words.slice(date.index + bare.length);
  if (hourInBrackets.test(rest)) {
    const all = { value: 'all', label: `“${bare}${rest}”` };
    return { options: [all, { value: 'line', label: `“${bare}”` }] };
  }
  const stop = /^\.[\])]*$/.test(rest);
  if (!stop && !hour) return undefined;
  const options: Option[] = [
    ...(stop ? [{ value: 'date', label: `“${bare}.”, with the full stop` }] : []),
    { value: 'line', label: stop ? `“${bare}”, and the full stop ends the line` : `“${bare}”` },
    ...(hour ? [{ value: 'day', label: 'the day only, without the hour' }] : []),
  ];
  return { options };
}

/**
 * `9:47 p.m.` at the end: after a dash the line is a sentence, and the last full stop is its own. Else it belongs to
 * the hour. Where names were tagged by a machine (`Washington , May 17, 1956.`), the date was too, with its full stop.
 */
function askEnd(line: BodyLine, tagged: boolean, chooser: Chooser): EndOfDate | undefined {
  const ends = endsOf(line.words);
  if (!ends) return undefined;
  const sentence = /—\d[^—]*$/u.test(line.words);
  const abbreviated = /[ap]\. ?m\.\]?$/u.test(line.words);
  const first = ends.options[0]!.value;
  const withStop = first === 'all' || (first === 'date' && (tagged || (abbreviated && !sentence)));
  return chooser.choose({
    kind: 'date-end',
    start: line.start,
    end: line.end,
    ask: `What is the date in “${line.words.slice(-50)}”?`,
    options: ends.options,
    preferred: withStop ? first : 'line',
    confidence: 0.85,
  }) as EndOfDate;
}

function askUndated(line: BodyLine, chooser: Chooser): DateReading['undated'] {
  const undated = undatedWords.exec(line.words)![0];
  const stop = line.words.includes(`${undated}.`);
  const chosen = chooser.choose({
    kind: 'undated',
    start: line.start,
    end: line.end,
    ask: `Should “${undated}” be marked as a date?`,
    options: [
      { value: 'words', label: 'words of the dateline' },
      { value: 'word', label: `a date, “${undated}”` },
      ...(stop ? [{ value: 'stop', label: `a date, “${undated}.” with the full stop` }] : []),
    ],
    // Brackets show an editor at work, who marks what is missing.
    preferred: line.words.startsWith('[') ? 'word' : 'words',
    confidence: 0.6,
  });
  return chosen === 'words' ? undefined : (chosen as 'word' | 'stop');
}

/** Asks what the words of a dateline leave open. `tagged`: its names were tagged by a machine. */
export function askDate(line: BodyLine, tagged: boolean, chooser: Chooser): DateReading {
  if (readDate(line.words)) {
    const end = askEnd(line, tagged, chooser) ?? (tagged ? 'date' : undefined);
    return end ? { end } : {};
  }
  const undated = undatedWords.test(line.words) ? askUndated(line, chooser) : undefined;
  return undated ? { undated } : {};
}
