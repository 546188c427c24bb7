/**
 * Patterns of file names in the settings: `*` for any characters. Matched in time linear in the name for each `*`, so that no pattern can
 * stop the program (a regular expression with many `.*` would).
 */
export function globMatcher(pattern: string): (path: string) => boolean {
  const [first, ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return (path) => path === first;
  return (path) => {
    if (!path.startsWith(first!) || !path.endsWith(last) || path.length < first!.length + last.length) return false;
    const end = path.length - last.length;
    let at = first!.length;
    for (const part of rest) {
      const found = path.indexOf(part, at);
      if (found < 0 || found + part.length > end) return false;
      at = found + part.length;
    }
    return true;
  };
}
