import { isApart, isHidden, isHolder, isNote } from './note-elements.ts';
import { attribute, isElement, type TreeElement } from './note-tree.ts';

/** What a file has of notes and of what may call them, in its order. */

/** Something in a file that has to do with notes, and the note it is in. */
export interface Seen {
  readonly element: TreeElement;
  readonly within: Seen | undefined;
  /** It is not in the text, nor in a note that may be called there. */
  readonly isOutside: boolean;
}

export interface Survey {
  readonly notes: Seen[];
  readonly callers: Seen[];
  readonly holders: TreeElement[];
  readonly byId: Map<string, Seen>;
}

export function survey(root: TreeElement): Survey {
  const found: Survey = { notes: [], callers: [], holders: [], byId: new Map() };
  const visit = (element: TreeElement, around: Seen | undefined, within: Seen | undefined): void => {
    const { name } = element;
    const isText = name === 'text' || name === 'standOff';
    if (!around && !isText) return visitAll(element, around, within);
    if (isHidden(element) || name === 'choice') return;
    const isOutside = around?.isOutside ?? name === 'standOff';
    const seen: Seen = { element, within, isOutside };
    note(seen, found);
    const isCallable = isNote(element) && isApart(element);
    visitAll(element, { ...seen, isOutside: isOutside && !isCallable }, isNote(element) ? seen : within);
  };
  const visitAll = ({ children }: TreeElement, around: Seen | undefined, within: Seen | undefined): void => {
    for (const child of children) if (isElement(child)) visit(child, around, within);
  };
  visitAll(root, undefined, undefined);
  return found;
}

function note(seen: Seen, { notes, callers, holders, byId }: Survey): void {
  const { element, isOutside } = seen;
  const { name } = element;
  const id = attribute(element, 'xml:id');
  if (isHolder(element)) holders.push(element);
  if (isNote(element)) notes.push(seen);
  if (isNote(element) || isOutside) return;
  if (name === 'ref' || name === 'ptr' || (name === 'anchor' && attribute(element, 'corresp') !== ''))
    callers.push(seen);
  if (id !== '' && !byId.has(id)) byId.set(id, seen);
}
