import type { DocumentSelector } from './structure.ts';

/** Reads the setting `documents`: `div`, `div[@type='chapter']` or `div[@type="chapter"]`; undefined where it is none of these. */
export function documentSelector(setting: string): DocumentSelector | undefined {
  const match = /^\s*([\p{L}_][\p{L}\p{N}_.-]*)\s*(?:\[\s*@([\w:.-]+)\s*=\s*(?:'([^']*)'|"([^"]*)")\s*\]\s*)?$/u.exec(
    setting,
  );
  if (!match) return undefined;
  const [, element, name, single, double] = match;
  return name === undefined
    ? { element: element! }
    : { element: element!, attribute: { name, value: single ?? double ?? '' } };
}
