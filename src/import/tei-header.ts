/** The header: what the text says about itself, completed by the metadata. */
import type { DocumentFacts } from './document.ts';
import type { Metadata } from './metadata.ts';
import { type Lines, element, escapeText, inlineElement, textElement } from './tei-markup.ts';

const text = (name: string, attributes: Record<string, string | undefined>, value: string | undefined): Lines =>
  value === undefined || value === '' ? [] : textElement(name, attributes, escapeText(value));

const isoDate = (value: string): string | undefined =>
  /^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:]+Z?)?)?)?$/.test(value) ? value : undefined;

function titleStatement(facts: DocumentFacts, data: Metadata): Lines {
  const title = data.title ?? (facts.number ? `${facts.number}. ${facts.title}` : facts.title);
  return element(
    'titleStmt',
    {},
    text('title', { type: 'complete' }, title === '' ? 'Untitled document' : title),
    text('title', { type: 'series' }, data.series),
    text('title', { type: 'sub-series' }, data.subseries),
    text('title', { type: 'volume-number' }, data.volume),
    text('title', { type: 'volume' }, data.volumeTitle),
    text('author', {}, data.author),
    text('editor', { role: 'primary' }, data.editor),
    text('editor', { role: 'general' }, data.generalEditor),
  );
}

/** Who publishes and who may use it; both are said even where they are not known, since a silent header looks finished. */
function publication(data: Metadata): Lines {
  const known = data.licence !== undefined;
  const terms = known
    ? data.licenceUrl
      ? text('licence', { target: data.licenceUrl }, data.licence)
      : text('p', {}, data.licence)
    : text('p', {}, 'No licence has been named.');
  return element(
    'publicationStmt',
    {},
    data.publisher ? text('publisher', {}, data.publisher) : text('authority', {}, 'Not yet published in this form'),
    text('pubPlace', {}, data.pubPlace),
    text('date', { when: isoDate(data.published ?? '') }, data.published),
    text('idno', { type: 'local' }, data.id),
    element('availability', { status: known ? 'free' : 'unknown' }, terms),
  );
}

/** Repository and shelfmark out of `Source: National Archives, RG 59, Central Files, POL 15. Secret.` */
function archive(facts: DocumentFacts, data: Metadata): Lines {
  const m = /^Source: ([^,;.()]+), (.+?(?:\p{L}{3}|\d))\.(?: |$)/u.exec(facts.source ?? '');
  const repository = data.archive ?? m?.[1];
  if (!repository) return [];
  const shelfmark = data.shelfmark ?? (data.archive ? undefined : m?.[2]);
  return element(
    'msDesc',
    {},
    element(
      'msIdentifier',
      {},
      text('repository', {}, repository),
      text('collection', {}, data.collection),
      text('idno', { type: 'shelfmark' }, shelfmark),
    ),
  );
}

function sourceDescription(facts: DocumentFacts, data: Metadata): Lines {
  const [first, last] = [facts.pages[0], facts.pages.at(-1)];
  const parts = [
    data.series ? inlineElement('title', { level: 's' }, escapeText(data.series)) : '',
    data.subseries ? escapeText(data.subseries) : '',
    data.volume ? inlineElement('biblScope', { unit: 'volume' }, escapeText(data.volume)) : '',
    data.volumeTitle ? inlineElement('title', { level: 'm' }, escapeText(data.volumeTitle)) : '',
    data.pubPlace ? inlineElement('pubPlace', {}, escapeText(data.pubPlace)) : '',
    data.published ? inlineElement('date', { when: isoDate(data.published) }, escapeText(data.published)) : '',
    facts.number ? `document ${inlineElement('biblScope', { unit: 'document' }, facts.number)}` : '',
    first
      ? `page ${inlineElement('biblScope', { unit: 'page', from: first, to: last }, first === last ? first : `${first}–${last}`)}`
      : '',
    data.source ? inlineElement('ptr', { target: data.source.replace(/\s/g, '%20') }, '') : '',
  ].filter(Boolean);
  const bibl = parts.length > 0 ? textElement('bibl', { type: 'edition' }, parts.join(', ')) : [];
  const where = archive(facts, data);
  return element(
    'sourceDesc',
    {},
    bibl.length + where.length > 0 ? bibl : text('p', {}, 'Plain text; nothing more is known about its source.'),
    where,
  );
}

function correspondence(id: string, facts: DocumentFacts, data: Metadata): Lines {
  if (!facts.correspondence && !data.sender && !data.recipient) return [];
  const side = (role: 'from' | 'to', told: string | undefined): Lines => {
    if (told) return text('persName', {}, told);
    return facts.correspondents.filter((c) => c.role === role).flatMap((c) => text(c.element, {}, c.name));
  };
  const place = data.place ?? facts.place;
  const when = data.date ? isoDate(data.date) : facts.date?.when;
  const printed = data.date ?? facts.date?.text;
  const sent = [side('from', data.sender), text('placeName', {}, place), text('date', { when }, printed)].flat();
  const received = side('to', data.recipient);
  if (sent.length + received.length === 0) return [];
  return element(
    'correspDesc',
    { 'xml:id': `${id}-corresp`, corresp: `#${id}` },
    sent.length > 0 ? element('correspAction', { type: 'sent' }, sent) : [],
    received.length > 0 ? element('correspAction', { type: 'received' }, received) : [],
  );
}

function creation(facts: DocumentFacts, data: Metadata): Lines {
  const place = data.place ?? facts.place;
  const printed = data.date ?? facts.date?.text;
  if (!place && !printed) return [];
  const when = data.date ? isoDate(data.date) : facts.date?.when;
  const parts = [
    place ? inlineElement('placeName', {}, escapeText(place)) : '',
    printed ? inlineElement('date', { when }, escapeText(printed)) : '',
  ];
  return textElement('creation', {}, parts.filter(Boolean).join(', '));
}

/** The name of a language in English; the tag itself where it is not a common one. */
function languageName(tag: string): string {
  const names: Readonly<Record<string, string>> = {
    en: 'English',
    de: 'German',
    fr: 'French',
    es: 'Spanish',
    it: 'Italian',
    la: 'Latin',
    ru: 'Russian',
  };
  return names[tag.split('-')[0]!.toLowerCase()] ?? tag;
}

/** The teiHeader. `from` names the kind of source in the words of the documentation. */
export function writeHeader(id: string, facts: DocumentFacts, data: Metadata, from: string): Lines {
  const file = element('fileDesc', {}, titleStatement(facts, data), publication(data), sourceDescription(facts, data));
  const encoding = element(
    'encodingDesc',
    {},
    element(
      'editorialDecl',
      {},
      text(
        'p',
        {},
        `Imported from plain text (${from}). Every word, page break and note call is where the source has it; nothing is corrected.`,
      ),
      text('p', {}, 'Markup that the text does not settle carries cert.'),
    ),
  );
  const language = data.language ?? 'en';
  const profile = element(
    'profileDesc',
    {},
    creation(facts, data),
    element('langUsage', {}, text('language', { ident: language }, languageName(language))),
    correspondence(id, facts, data),
  );
  return element('teiHeader', {}, file, encoding, profile);
}
