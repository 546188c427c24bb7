/** Addresses of links as TEI may have them. */

const dangerous = /^\s*(?:javascript|vbscript|data|file):/iu;

/** The address as a pointer; undefined where it cannot be one, or where it would run a program or read a file of the reader. */
export function pointer(url: string): string | undefined {
  const clean = url.trim().replace(/[\s<>"{}|\\^`]/gu, (c) => encodeURIComponent(c));
  return clean === '' || dangerous.test(clean) ? undefined : clean;
}
