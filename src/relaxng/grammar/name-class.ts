/** Which names an element or attribute may have. */
export type NameClass =
  | { readonly kind: 'name'; readonly uri: string; readonly local: string }
  | { readonly kind: 'anyName'; readonly except: NameClass | undefined }
  | { readonly kind: 'nsName'; readonly uri: string; readonly except: NameClass | undefined }
  | { readonly kind: 'choice'; readonly of: readonly NameClass[] };

/** Does the class hold this name? (Specification, section 6.1.) */
export function holds(names: NameClass, uri: string, local: string): boolean {
  switch (names.kind) {
    case 'name':
      return names.local === local && names.uri === uri;
    case 'anyName':
      return names.except === undefined || !holds(names.except, uri, local);
    case 'nsName':
      return names.uri === uri && (names.except === undefined || !holds(names.except, uri, local));
    case 'choice':
      return names.of.some((one) => holds(one, uri, local));
  }
}

/** The names that are given one by one; a wildcard adds none. */
export function singleNames(names: NameClass): { uri: string; local: string }[] {
  if (names.kind === 'name') return [names];
  return names.kind === 'choice' ? names.of.flatMap(singleNames) : [];
}

/** Does the class hold only names given one by one? */
export const isFinite = (names: NameClass): boolean =>
  names.kind === 'name' || (names.kind === 'choice' && names.of.every(isFinite));

/** A name that no schema mentions, to try wildcards with. */
const ELSEWHERE = '\u0001';

/** One name for each way in which the class decides: enough to find out whether two classes meet. */
function samples(names: NameClass): { uri: string; local: string }[] {
  switch (names.kind) {
    case 'name':
      return [names];
    case 'anyName':
      return [{ uri: ELSEWHERE, local: ELSEWHERE }, ...(names.except ? samples(names.except) : [])];
    case 'nsName':
      return [{ uri: names.uri, local: ELSEWHERE }, ...(names.except ? samples(names.except) : [])];
    case 'choice':
      return names.of.flatMap(samples);
  }
}

/** Is there a name in both classes? Answers one, for messages. */
export function overlap(a: NameClass, b: NameClass): { uri: string; local: string } | undefined {
  return [...samples(a), ...samples(b)].find(({ uri, local }) => holds(a, uri, local) && holds(b, uri, local));
}

/** A name class as a reader of a schema would say it. */
export function describeNames(names: NameClass): string {
  switch (names.kind) {
    case 'name':
      return names.local;
    case 'anyName':
      return 'any name';
    case 'nsName':
      return `any name in the namespace “${names.uri}”`;
    case 'choice':
      return names.of.map(describeNames).join(' or ');
  }
}
