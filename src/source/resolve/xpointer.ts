/** The id that an xpointer names: `sub`, `element(sub)`, `xpath1(id('sub'))`. Null for whatever else it may be. */
export function idOfXpointer(xpointer: string): string | null {
  const found =
    /^\s*(?:element\(\s*([^\s()/"']+)\s*\)|(?:xpath1|xpointer)\(\s*id\(\s*(?:"([^"']+)"|'([^"']+)')\s*\)\s*\)|([\p{L}_][\p{L}\p{N}_.\u00b7-]*))\s*$/u.exec(
      xpointer,
    );
  return found ? (found[1] ?? found[2] ?? found[3] ?? found[4])! : null;
}
