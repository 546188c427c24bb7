import type { Finding } from '../../diagnostics/finding.ts';
import { NotBuilt, type Proof, verify, type VerifyOptions } from '../../verify/run.ts';
import { readArguments, UsageFault } from '../arguments.ts';
import { count } from '../count.ts';
import { formatsCounted } from '../formats-in-words.ts';
import { changedInWords } from '../changed-by-sheets.ts';
import { leftOutInWords } from '../left-out.ts';
import { printResult } from '../print.ts';
import { say } from '../terminal.ts';
import { progressLine } from '../progress.ts';

/** At most so many losses are printed; all are in proof.json. */
const mostShown = 20;
/** At most so many elements without a rule are named. */
const mostNamed = 8;

/** The elements of which only the words are proven, in one line; the rest of a long list is in proof.json. */
function keptText({ keptAsWords = {} }: Proof): string {
  const all = Object.entries(keptAsWords);
  if (all.length === 0) return '';
  const named = all.slice(0, mostNamed).map(([name, times]) => `<${name}> (${times})`);
  const more = all.length > mostNamed ? ` and ${all.length - mostNamed} more` : '';
  return `kept as words, their meaning not proven: ${named.join(', ')}${more}\n`;
}

function leftOutText({ leftOut }: Proof): string {
  const left = leftOutInWords(leftOut);
  return left === '' ? '' : `${left}\n`;
}

/** Looks and roles that are not those of the source. */
function changedText({ changedByStylesheets }: Proof): string {
  const changed = changedInWords(changedByStylesheets);
  return changed === '' ? '' : `${changed}: these are not proven by the source\n`;
}

/** Outputs that nobody proves. */
function notProvenText({ notProven = {} }: Proof): string {
  const names = Object.keys(notProven);
  return names.length === 0 ? '' : `not proven, since stylesheets of the edition make them: ${names.join(', ')}\n`;
}

/** The proof sheets of printed books. */
function remarksText({ remarks = {} }: Proof): string {
  return Object.entries(remarks)
    .map(([path, lines]) => {
      const all = lines.length === 0 ? 'nothing to remark' : count(lines.length, 'remark');
      return `\nProof sheet of ${path}: ${all}\n${lines.map((line) => `  ${line}\n`).join('')}`;
    })
    .join('');
}

/** `2 documents, 1 section and 1 record`. */
function unitsInWords({ documents, sections, records = 0 }: Proof): string {
  const all = [
    ...(documents === 0 && records > 0 ? [] : [count(documents, 'document')]),
    ...(sections === 0 ? [] : [count(sections, 'section')]),
    ...(records === 0 ? [] : [count(records, 'record')]),
  ];
  return all.length === 1 ? all[0]! : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

function proofText(proof: Proof, out: string): string {
  const { words, pages, notes, formats, losses } = proof;
  const units = unitsInWords(proof);
  const bytes = proof.rebuilt ? `; ${count(proof.rebuilt.files, 'file')} the same as a new build, byte for byte` : '';
  if (losses.length === 0)
    return `nothing lost: ${units}, ${count(words, 'word')}, ${count(pages, 'page')}, ${count(notes, 'note')} in ${formatsCounted(Object.keys(formats))}${bytes}\n`;
  const lines = losses
    .slice(0, mostShown)
    .map(({ document, format, message }) => `${document || 'edition'} (${format}): ${message}`);
  const more =
    losses.length > mostShown ? [`… and ${losses.length - mostShown} more; all are in ${out}/proof.json`] : [];
  return `${[...lines, ...more].join('\n')}\nsomething is lost or changed: ${count(losses.length, 'place')} in ${units}. Build again; if it stays, please report it.\n`;
}

/** A loss as a finding, for programs. */
const lossFinding = ({ document, format, message }: Proof['losses'][number]): Finding => ({
  code: 'lost',
  severity: 'error',
  message: `${document || 'edition'} (${format}): ${message}`,
});

async function verified(options: VerifyOptions, out: string): Promise<Proof> {
  try {
    return await verify(options);
  } catch (error) {
    if (!(error instanceof NotBuilt)) throw error;
    throw new UsageFault(`there is no built edition in ${out}; build it first, or name its folder with --out`);
  }
}

export async function run(args: readonly string[]): Promise<number> {
  const given = readArguments('verify', args);
  const format = given.value('format');
  const out = given.value('out');
  const line = progressLine(given.flag('quiet') || format === 'json');
  const proof = await verified(
    {
      path: given.paths[0] ?? '.',
      out,
      rebuild: given.flag('rebuild'),
      report: given.flag('report'),
      progress: line.show,
    },
    out,
  );
  line.clear();
  if (format === 'json') printResult(proof.losses.map(lossFinding), { proof });
  else if (!given.flag('quiet') || proof.losses.length > 0)
    say(
      `${proofText(proof, out)}${keptText(proof)}${leftOutText(proof)}${changedText(proof)}${notProvenText(proof)}${remarksText(proof)}`,
    );
  return proof.losses.length === 0 ? 0 : 1;
}
