import type { EditionContext, UnitInfo } from '../../model/edition.ts';
import type { OriginalFacts } from '../../model/facts.ts';
import { printedText } from './expected-names.ts';

/** What a unit must be cited as, and what of its original, for the proof: decided apart from the writers (model/citation/kind.ts). */

export interface Cited {
  readonly unit: UnitInfo;
  readonly edition: EditionContext;
  /** It is all that its header describes. */
  readonly isWhole: boolean;
  readonly type: string;
  /** What it is cited as a part of. */
  readonly container: string | undefined;
}

export const printed = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : printedText(text);

export function titleOf(unit: UnitInfo, isWhole: boolean): string {
  const { facts, volume } = unit;
  const none = facts.kind === 'section' ? '[Section without a heading]' : '[Document without a heading]';
  const titles = isWhole ? [facts.title, volume.volumeTitle, volume.title] : [facts.title, none];
  return printedText(titles.find((title) => title !== undefined && title !== '') ?? '');
}

const typesOfParts: Readonly<Record<string, string>> = {
  article: 'article-journal',
  paper: 'paper-conference',
  part: 'chapter',
};

/** What a unit is, and the title of what it is in. */
function kindOf(
  unit: UnitInfo,
  edition: EditionContext,
  isWhole: boolean,
): readonly [type: string, container?: string | undefined] {
  const { facts, volume } = unit;
  const { original, journal, genre } = volume;
  const form = original?.form ?? '';
  if (!isWhole && form === 'journal') return ['article-journal', original!.title ?? volume.title];
  if (!isWhole) return [facts.form === 'entry' ? 'entry-dictionary' : 'chapter', volume.volumeTitle ?? volume.title];
  if (typesOfParts[form] !== undefined) return [typesOfParts[form], original!.container];
  if (journal !== undefined && journal !== volume.title) return ['article-journal', journal];
  if (facts.senders.length + facts.recipients.length > 0 || genre === 'letter') {
    const container = volume.series ?? edition.title;
    const isItself = printedText(container) === titleOf(unit, isWhole);
    return isItself || container === '' ? ['personal_communication'] : ['chapter', container];
  }
  if (genre === 'debate') return ['hearing'];
  return [genre === 'manuscript' || form === 'manuscript' ? 'manuscript' : 'book'];
}

export function cited(unit: UnitInfo, edition: EditionContext): Cited {
  const { xmlId, xpath } = unit.source;
  const isText = xpath?.replace(/\[\d+\]/g, '').endsWith('/TEI/text') ?? true;
  const isWhole = xmlId === undefined && isText;
  const [type, container] = kindOf(unit, edition, isWhole);
  return { unit, edition, isWhole, type, container: printed(container) };
}

/** Whether a unit is cited with the series of its volume: all but articles, and whole texts that are in something else. */
export const isInSeries = ({ isWhole, container, type }: Cited): boolean =>
  isWhole ? container === undefined : type !== 'article-journal';

/** The description of the original where it says what the unit is in. */
export const hostOf = ({ unit: { volume }, isWhole }: Cited): OriginalFacts | undefined => {
  const { original } = volume;
  const isHost = isWhole ? typesOfParts[original?.form ?? ''] !== undefined : original?.form === 'journal';
  return isHost ? original : undefined;
};

/** The description of a printed original. */
export const printOf = ({ unit: { volume }, isWhole }: Cited): OriginalFacts | undefined =>
  isWhole && ['article', 'paper', 'part', 'journal', 'book'].includes(volume.original?.form ?? '')
    ? volume.original
    : undefined;

/** The description of a thing of which there is one. */
export const uniqueOf = ({ unit: { volume }, type, isWhole }: Cited): OriginalFacts | undefined =>
  isWhole && ['manuscript', 'personal_communication'].includes(type) ? volume.original : undefined;

export const copyOf = (of: Cited): OriginalFacts | undefined =>
  of.isWhole && uniqueOf(of) === undefined ? of.unit.volume.original : undefined;
