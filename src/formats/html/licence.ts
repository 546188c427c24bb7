import type { EditionContext, UnitInfo } from '../../model/edition.ts';
import { externalAddress } from './addresses.ts';

type Licence = NonNullable<EditionContext['licence']>;

/** The licence of a unit's volume, else of the edition; its address only where it is one on the web. */
export function licenceOf(unit: UnitInfo | undefined, edition: EditionContext): Licence | undefined {
  const licence = unit?.volume.licence ?? edition.licence;
  const url = licence?.url === undefined ? undefined : externalAddress(licence.url);
  return licence === undefined || url === licence.url
    ? licence
    : { text: licence.text, ...(url !== undefined && { url }) };
}

/** Longer than this a licence's text is not a name of it. */
const longest = 60;

/** A licence by its name: that of Creative Commons by its address, else its text where that is short, else its beginning. */
function nameOf({ text, url = '' }: Licence): string {
  const [, kind, version] = /creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\/([0-9.]+)/.exec(url) ?? [];
  if (kind === 'zero') return `CC0 ${version}`;
  if (kind === 'mark') return `Public Domain Mark ${version}`;
  if (kind !== undefined) return `CC ${kind.toUpperCase()} ${version}`;
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/, '')} …`;
}

/** The licence as a page shows it: a short name, its address, and its text where the name does not say it all. */
export function shownLicence(licence: Licence | undefined): ShownLicence | undefined {
  if (licence === undefined) return undefined;
  const name = nameOf(licence);
  return { name, url: licence.url, text: licence.text === name ? undefined : licence.text };
}

export interface ShownLicence {
  readonly name: string;
  readonly url: string | undefined;
  readonly text: string | undefined;
}
