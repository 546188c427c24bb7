import type { UnitInfo } from '../../model/edition.ts';
import type { RecordFields } from '../format.ts';
import type { ExpectedUnit } from './expected-units.ts';

/** What the answers in the files of `dts/` must say, apart from what writes them: by their paths, field by field. */

/** A text with the units by which it can be cited. */
export interface ExpectedText {
  readonly unit: UnitInfo;
  /** Its address. */
  readonly address: string;
  readonly units: readonly ExpectedUnit[];
}

/** Texts of one file, or all that are alone in theirs. */
export interface ExpectedGroup {
  readonly id: string;
  readonly title: string;
  readonly texts: readonly ExpectedText[];
}

type Answer = Readonly<Record<string, unknown>>;
export type Answers = Map<string, RecordFields>;

/** The fields of an answer, each as JSON. */
export const fieldsOf = (answer: Answer): RecordFields =>
  Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, JSON.stringify(value)]));

const context = 'https://dtsapi.org/context/v1.0.json';

export class AnswerList {
  readonly all: Answers = new Map();
  private readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  private put(path: string, answer: Answer): void {
    this.all.set(`dts/${path}`, fieldsOf({ '@context': context, ...answer }));
  }

  entry(): void {
    const all = ['collection{/id,nav}/index.jsonld', 'navigation{/resource}{;tree,down,page}{/ref,start,end}/index.jsonld', 'document{/resource}{;tree,mediaType}{/ref,start,end}/document.tei']; // prettier-ignore
    const [collection, navigation, document] = all.map((one) => `${this.base}/${one}`);
    this.put('index.jsonld', { '@id': `${this.base}/index.jsonld`, '@type': 'EntryPoint', dtsVersion: '1.0', collection, navigation, document }); // prettier-ignore
  }

  private group(id: string, title: string, totalParents: number, totalChildren: number): Answer {
    const collection = `${this.base}/collection/${encodeURIComponent(id)}{/nav}/index.jsonld`;
    return { '@id': id, '@type': 'Collection', dtsVersion: '1.0', title, totalParents, totalChildren, collection };
  }

  private addresses({ unit, units }: ExpectedText): Answer {
    const id = encodeURIComponent(unit.facts.id);
    return {
      collection: `${this.base}/collection/${id}{/nav}/index.jsonld`,
      navigation: `${this.base}/navigation/${id}{;tree,down,page}{/ref,start,end}/index.jsonld`,
      document: `${this.base}/document/${id}{;tree,mediaType}{/ref,start,end}/document.tei`,
      citationTrees: units.length === 0 ? [] : [{ '@type': 'CitationTree', citeStructure: kindsIn(units, [null]) }],
    };
  }

  private text(text: ExpectedText): Answer {
    const { facts, volume } = text.unit;
    const creator = (facts.senders.length > 0 ? facts.senders.map((one) => one.name) : volume.authors).map((one) => one.literal); // prettier-ignore
    const date = [facts.date?.when, facts.date?.from, facts.date?.notBefore].find((one) => one !== undefined);
    const said = { ...(creator.length > 0 && { creator }), date, language: facts.language, identifier: text.address };
    return {
      '@id': facts.id,
      '@type': 'Resource',
      dtsVersion: '1.0',
      title: facts.title || facts.id,
      totalParents: 1,
      totalChildren: 0,
      dublinCore: said,
      ...this.addresses(text),
      mediaTypes: ['application/tei+xml'],
    };
  }

  private both(id: string, children: Answer, parents: Answer): void {
    this.put(`collection/${id}/index.jsonld`, children);
    this.put(`collection/${id}/children/index.jsonld`, children);
    this.put(`collection/${id}/parents/index.jsonld`, parents);
  }

  collections(id: string, title: string, groups: readonly ExpectedGroup[]): void {
    const root = this.group(id, title, 0, groups.length);
    const children = { ...root, member: groups.map((one) => this.group(one.id, one.title, 1, one.texts.length)) };
    this.put('collection/index.jsonld', children);
    this.both(id, children, { ...root, member: [] });
    for (const one of groups) {
      const own = this.group(one.id, one.title, 1, one.texts.length);
      const texts = one.texts.map((text) => this.text(text));
      this.both(one.id, { ...own, member: texts }, { ...own, member: [root] });
      one.texts.forEach(({ unit }, i) => this.both(unit.facts.id, texts[i]!, { ...texts[i]!, member: [own] }));
    }
  }

  navigation(text: ExpectedText): void {
    const { id } = text.unit.facts;
    const deepest = Math.max(2, ...new Set(text.units.map(({ level }) => level)));
    const downs = [-1, ...Array.from({ length: deepest }, (_, i) => 1 + i)];
    const resource = { '@id': id, '@type': 'Resource', ...this.addresses(text) };
    const put = (down: string, ref: string, more: Answer): void => {
      const url = `${this.base}/navigation/${encodeURIComponent(id)}${down}${ref}/index.jsonld`;
      const head = { '@id': url, '@type': 'Navigation', dtsVersion: '1.0', resource };
      this.put(`navigation/${id}${down}${ref}/index.jsonld`, { ...head, ...more });
    };
    for (const down of downs)
      put(`;down=${down}`, '', { member: text.units.filter(({ level }) => down === -1 || level <= down).map(said) });
    const inside = new Inside(text.units);
    for (const one of text.units) {
      const ref = `/${one.identifier}`;
      put('', ref, { ref: said(one) });
      put(';down=0', ref, { ref: said(one), member: inside.of(one.parent).map(said) });
      for (const down of downs) put(`;down=${down}`, ref, { ref: said(one), member: inside.from(one, down).map(said) });
    }
  }
}

/** Which units are directly in which. */
class Inside {
  private readonly byParent = new Map<string | null, ExpectedUnit[]>();

  constructor(units: readonly ExpectedUnit[]) {
    for (const one of units) {
      const known = this.byParent.get(one.parent);
      if (known) known.push(one);
      else this.byParent.set(one.parent, [one]);
    }
  }

  of(parent: string | null): readonly ExpectedUnit[] {
    return this.byParent.get(parent) ?? [];
  }

  /** A unit and all in it, so many levels down. */
  from(one: ExpectedUnit, down: number): ExpectedUnit[] {
    return [one, ...(down === 0 ? [] : this.of(one.identifier).flatMap((inner) => this.from(inner, down - 1)))];
  }
}

const said = ({ identifier, level, parent, citeType, title }: ExpectedUnit): Answer => ({
  identifier,
  '@type': 'CitableUnit',
  level,
  parent,
  citeType,
  ...(title !== '' && { dublinCore: { title: [title] } }),
});

/** The kinds of units in units of one kind. */
function kindsIn(units: readonly ExpectedUnit[], parents: readonly (string | null)[]): Answer[] {
  const around = new Set(parents);
  const found = units.filter(({ parent }) => around.has(parent));
  return [...new Set(found.map(({ citeType }) => citeType))].map((citeType) => {
    const own = found.filter((one) => one.citeType === citeType).map(({ identifier }) => identifier);
    const below = kindsIn(units, own);
    return { '@type': 'CiteStructure', citeType, ...(below.length > 0 && { citeStructure: below }) };
  });
}
