import type { Rule } from '../rule.ts';
import { callWithoutNote } from './call-without-note.ts';
import { danglingPointer } from './dangling-pointer.ts';
import { dateDiffers } from './date-differs.ts';
import { dateWithoutWhen } from './date-without-when.ts';
import { datesReversed } from './dates-reversed.ts';
import { documentId } from './document-id.ts';
import { documentWithoutDate } from './document-without-date.ts';
import { duplicateId } from './duplicate-id.ts';
import { emptyElement } from './empty-element.ts';
import { entryPlace } from './entry-place.ts';
import { facsOrder } from './facs-order.ts';
import { lostCall } from './lost-call.ts';
import { mixedDashes } from './mixed-dashes.ts';
import { mixedQuotes } from './mixed-quotes.ts';
import { nameTarget } from './name-target.ts';
import { nameWithoutEntry } from './name-without-entry.ts';
import { noteOrder } from './note-order.ts';
import { noteWithoutCall } from './note-without-call.ts';
import { noteWithoutText } from './note-without-text.ts';
import { pageOrder } from './page-order.ts';
import { publishedAddress } from './published-address.ts';
import { rangeEnd } from './range-end.ts';
import { registerUnused } from './register-unused.ts';
import { suspiciousCharacter } from './suspicious-character.ts';
import { wordBroken } from './word-broken.ts';

/** All rules, in the order in which they are explained. */
export const rules: readonly Rule[] = [
  duplicateId,
  danglingPointer,
  documentId,
  publishedAddress,
  pageOrder,
  facsOrder,
  wordBroken,
  noteOrder,
  noteWithoutText,
  noteWithoutCall,
  callWithoutNote,
  lostCall,
  entryPlace,
  rangeEnd,
  datesReversed,
  dateDiffers,
  dateWithoutWhen,
  documentWithoutDate,
  nameTarget,
  nameWithoutEntry,
  registerUnused,
  emptyElement,
  suspiciousCharacter,
  mixedQuotes,
  mixedDashes,
];
