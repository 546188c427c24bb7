import type { Explanation } from './explanation.ts';

const missing = 'Its text would be missing in the edition.';
const bounded = 'It is not read, so that no file can bring the program to a halt.';
const xi = 'xmlns:xi="http://www.w3.org/2001/XInclude"';

/** What can be wrong where a text is put together: with `xi:include`, and with the entities that a file declares. */
export const includes: readonly Explanation[] = [
  {
    code: 'include-missing',
    title: 'A file that is to be included and is not there',
    severity: 'error',
    why: `${missing} Where the include has an <xi:fallback>, that is read instead; in a teiHeader no words of the text are missing; a person should look at both.`,
    fix: 'Put the file there, or correct href.',
    bad: `<div ${xi}><p>One</p><xi:include href="two.xml"/></div>`,
  },
  {
    code: 'include-refused',
    title: 'A file that is to be included and is not read',
    severity: 'error',
    why: 'Only files inside the folder of the edition are included: never the web, never other folders, never links to them.',
    fix: 'Put a copy of the file into the folder of the edition, and name it by its relative path.',
    bad: `<div ${xi}><p>One</p><xi:include href="https://example.org/two.xml"/></div>`,
  },
  {
    code: 'include-wrong',
    title: 'An include that cannot be followed',
    severity: 'error',
    why: missing,
    fix: 'Write <xi:include href="…"/>; for an element of the file, add xpointer with its xml:id.',
    bad: `<div ${xi}><p>One</p><xi:include href="two.xml#p2"/></div>`,
  },
  {
    code: 'include-cycle',
    title: 'A file that includes itself',
    severity: 'error',
    why: 'It would never end.',
    fix: 'Look for files that include each other.',
    bad: `<div ${xi} xml:id="d"><p>One</p><xi:include xpointer="d"/></div>`,
  },
  {
    code: 'include-limit',
    title: 'More includes than are followed',
    severity: 'error',
    why: bounded,
    fix: 'Look for files that include each other again and again, or split the text.',
  },
  {
    code: 'included-in-part',
    title: 'A file of which only elements are included',
    severity: 'review',
    why: 'A file that is included is part of the text that includes it, and not a text of its own; so the rest of its words is not in the edition.',
    fix: 'Include the whole file, or the other elements too; if the rest is not wanted, nothing needs to be done.',
  },
  {
    code: 'external-entity',
    title: 'An entity that is another file',
    severity: 'error',
    why: 'Entities can make a program read any file or open connections; so only those whose text is in the file itself are expanded.',
    fix: 'Include the file with <xi:include href="…"/>, or type the text itself.',
  },
  {
    code: 'entity-limit',
    title: 'Entities that make too much of a file, or contain themselves',
    severity: 'error',
    why: bounded,
    fix: 'Type the text itself, or include it from a file of its own.',
  },
  {
    code: 'entity-not-whole',
    title: 'An entity that is not well-formed by itself',
    severity: 'error',
    why: 'Other programs refuse a file in which an element begins in an entity and ends outside of it.',
    fix: 'Put whole elements into the entity.',
  },
  {
    code: 'declaration-not-used',
    title: 'A declaration that is not followed',
    severity: 'review',
    why: 'Parameter entities and lists of attributes that are not simple are passed over, so what they declare is not known.',
    fix: 'Write the declarations themselves, or the attributes at the elements.',
  },
];
