import type { XmlHandler, XmlTag } from '../../source/xml.ts';

/** One handler that says several. */
export function together(handlers: readonly XmlHandler[]): XmlHandler {
  const opens = handlers.flatMap((h) => (h.open ? [h.open.bind(h)] : []));
  const closes = handlers.flatMap((h) => (h.close ? [h.close.bind(h)] : []));
  const texts = handlers.flatMap((h) => (h.text ? [h.text.bind(h)] : []));
  const comments = handlers.flatMap((h) => (h.comment ? [h.comment.bind(h)] : []));
  const instructions = handlers.flatMap((h) => (h.instruction ? [h.instruction.bind(h)] : []));
  return {
    open: (tag: XmlTag) => {
      for (const open of opens) open(tag);
    },
    close: (tag, start, end) => {
      for (const close of closes) close(tag, start, end);
    },
    text: (value, start, end) => {
      for (const text of texts) text(value, start, end);
    },
    ...(comments.length > 0 && { comment: (value, start, end) => comments.forEach((f) => f(value, start, end)) }),
    ...(instructions.length > 0 && {
      instruction: (target, data, start, end) => instructions.forEach((f) => f(target, data, start, end)),
    }),
  };
}
