/**
 * Names that are safe in a path on any system, and unique there: letters, digits, `.`, `_` and `-` of ASCII stay. What differs in case only, or not at
 * all, gets `-2`, `-3`.
 */
export function fileNames(): (wanted: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (wanted) => {
    const safe = wanted.replace(/[^A-Za-z0-9._-]/g, '-').replace(/^\.|\.$/g, '-') || '-';
    const key = safe.toLowerCase();
    for (let n = next.get(key) ?? 1; ; n++) {
      const name = n === 1 ? safe : `${safe}-${n}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      next.set(key, n + 1);
      return name;
    }
  };
}
