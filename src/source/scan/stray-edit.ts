type Edit = readonly [start: number, end: number, newText: string];

/** The range before an end tag in which its start tag is looked for. */
const NEAR = 5000;

const literally = (name: string): string => name.replace(/[.]/g, '\\.');

/**
 * The change that probably fixes an end tag which closes nothing: of its start tag where that is damaged, or else it
 * goes.
 */
export function strayEdit(text: string, name: string, start: number, end: number): Edit {
  const from = Math.max(0, start - NEAR);
  const before = text.slice(from, start);
  return (
    emptied(before, name, from) ??
    withoutBracket(before, name, from) ??
    withoutStart(before, name, start) ?? [start, end, '']
  );
}

/** `<hi/>so</hi>`: the slash is one too many. */
function emptied(before: string, name: string, from: number): Edit | undefined {
  const tags = [...before.matchAll(new RegExp(`<(/?)${literally(name)}(?=[\\s/>])[^<>]*?(/)?>`, 'gu'))];
  const last = tags.at(-1);
  if (last?.[1] !== '' || last[2] === undefined) return undefined;
  const start = from + last.index;
  return [start + last[0].slice(0, -2).trimEnd().length, start + last[0].length - 1, ''];
}

/** `hi rend="italic">so</hi>`: the character before the name is missing. */
function withoutBracket(before: string, name: string, from: number): Edit | undefined {
  const tags = [...before.matchAll(new RegExp(`(?<![\\p{L}\\p{N}<_:./-])${literally(name)}(?=\\s[^<>]*>|>)`, 'gu'))];
  const last = tags.at(-1);
  // After an end tag of the same name it belongs to that one.
  if (last === undefined || before.includes(`</${name}>`, last.index)) return undefined;
  return [from + last.index, from + last.index, '<'];
}

/** `<p>One.</p> Two.</p>`: what is after the last such element lacks its start tag. */
function withoutStart(before: string, name: string, start: number): Edit | undefined {
  const loose = new RegExp(`</${literally(name)}\\s*>\\s*(\\S[^<>]*)$`, 'u').exec(before)?.[1];
  return loose === undefined ? undefined : [start - loose.length, start - loose.length, `<${name}>`];
}
