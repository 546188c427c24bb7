import type { XmlTag } from '../../source/xml.ts';
import type { Rule, WatchedFile } from '../rule.ts';

/**
 * Notes are collected in divisions and lists that say so. A note in a block of words is where it is called, also in a group.
 */
function isCollected({ ancestors }: WatchedFile): boolean {
  let at = ancestors.length - 2;
  while (ancestors[at]?.local === 'noteGrp') at--;
  const parent = ancestors[at];
  if (!parent) return false;
  if (/^(standOff|listAnnotation)$/.test(parent.local)) return true;
  const holder = parent.local === 'item' ? ancestors[at - 1] : parent;
  if (!holder || !/^(div[0-7]?|list)$/.test(holder.local)) return false;
  return holder.attributes.some(({ name, value }) => name === 'type' && /^(end|foot)?-?notes?$/i.test(value));
}

/** The group of notes that a note is directly in. */
const groupOf = ({ ancestors }: WatchedFile): XmlTag | undefined => {
  const parent = ancestors[ancestors.length - 2];
  return parent?.local === 'noteGrp' ? parent : undefined;
};

const find = (tag: XmlTag, name: string) => tag.attributes.find((one) => one.name === name);

/** A note that is away from its call, and the group that may be called in its place. */
interface Collected {
  readonly tag: XmlTag;
  readonly group: XmlTag | undefined;
}

export const noteWithoutCall: Rule = {
  code: 'note-without-call',
  title: 'A note that is never called',
  why: 'Notes that are collected at the end can only be reached through their calls; this one cannot be reached.',
  fix: 'Put <ref target="#ID"/> where the note is called, or give the note a target.',
  severity: 'review',
  examples: {
    good: [
      '<p>a<ref target="#n1">1</ref></p><div type="notes"><note xml:id="n1" n="1">x</note></div>',
      '<listPerson><person xml:id="A"><persName>Alba</persName><note>A painter.</note></person></listPerson>',
      '<p>a<anchor xml:id="a1"/></p><div type="notes"><note target="#a1">x</note></div>',
      '<p>a<noteGrp><note xml:lang="en">x</note><note xml:lang="fr">y</note></noteGrp></p>',
    ],
    bad: [{ tei: '<p>a</p><div type="notes"><note xml:id="n1" n="1">x</note></div>', finds: '<note' }],
  },
  begin: ({ report }) => {
    const collected = new Map<object, Collected[]>();
    return {
      file: (file) => {
        const notes: Collected[] = [];
        collected.set(file.source, notes);
        return {
          only: new Set(['note']),
          open: (tag) => {
            if (tag.local !== 'note' || find(tag, 'prev') || !isCollected(file)) return;
            const group = groupOf(file);
            const says = [tag, group].some((one) => one && (find(one, 'target') ?? find(one, 'corresp')));
            if (!says) notes.push({ tag, group });
          },
        };
      },
      edition: (edition) => {
        for (const file of edition.files) {
          const notes = collected.get(file.source)!;
          if (notes.length === 0) continue;
          const called = new Set(
            edition
              .pointers(file)
              .pointers.filter(({ name }) => name === '')
              .map(({ id }) => id),
          );
          for (const { tag, group } of notes) {
            const id = find(tag, 'xml:id')?.value;
            const ofGroup = group && find(group, 'xml:id')?.value;
            if ([id, ofGroup].some((one) => one !== undefined && called.has(one))) continue;
            const label = find(tag, 'n')?.value ?? id;
            const message = label === undefined ? 'This note is never called.' : `Note ${label} is never called.`;
            report(file.source, tag.start, tag.end, { message });
          }
        }
      },
    };
  },
};
