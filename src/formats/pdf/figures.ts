import { call, sequence, words } from './code.ts';
import { spoken } from './inline.ts';
import { boxed, newBlock, newLine, type Writer } from './place.ts';
import { made, waitingMarks } from './text.ts';

/** Formats of pictures that the typesetter can read. */
const canBeSet = (path: string): boolean => /\.(?:png|jpe?g|gif|svg|webp)$/i.test(path);

export const figure: Writer = (node, outer) => {
  const key = newBlock(outer);
  const place = boxed(outer);
  newLine(place);
  const content = place.write(node.children, place);
  newLine(place);
  return content === '' ? '' : call('group', words(key), words('figure'), spoken(node, content));
};

/** A picture of the edition’s folder; of one that is not there, or that cannot be set, the words that stand for it. */
export const image: Writer = (node, place) => {
  const { findAsset, unit, images } = place.page;
  const path = findAsset(node.source ?? '', unit);
  const title = (node.title ?? '').replace(/\s+/g, ' ').trim();
  const inner = place.write(node.children, place);
  if (path === undefined || !canBeSet(path))
    return sequence([made('XI', title === '' ? '[Image]' : `[Image: ${title}]`), inner]);
  images.add(path);
  const marks = waitingMarks(place);
  place.page.last = 'x';
  return sequence([marks, call('picture', words(path), words(title || 'Figure')), inner]);
};
