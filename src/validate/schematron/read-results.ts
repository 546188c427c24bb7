import { sourceText } from '../../source/text.ts';
import { scanXml, type XmlTag } from '../../source/xml.ts';

/** A quick fix, by its number in the assertion. */
export interface FixResult {
  readonly fix: number;
  readonly changes: readonly { readonly step: number; readonly place: string; readonly content: string }[];
}

/** What a schema has found in a file, as its stylesheet says it. */
export interface SchematronResult {
  /** Number of the assertion. */
  readonly assertion: number;
  /** The way to the node: `1/2/3`, `1/2/3@type`. */
  readonly place: string;
  readonly message: string;
  readonly reasons: readonly string[];
  /** The quick fixes that are offered, and what they change. */
  readonly fixes: readonly FixResult[];
  /** The assertion could not be evaluated; the message says why. */
  readonly failed: boolean;
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Reads the result of the stylesheet. */
export function readResults(xml: string): SchematronResult[] {
  const found: SchematronResult[] = [];
  let text = '';
  let message = '';
  let reasons: string[] = [];
  let fixes: FixResult[] = [];
  let changes: { step: number; place: string; content: string }[] = [];
  const value = ({ attributes }: XmlTag, name: string): string =>
    attributes.find((one) => one.name === name)?.value ?? '';
  scanXml(sourceText('result', xml), {
    open: ({ local }) => {
      text = '';
      if (local === 'f') [reasons, fixes] = [[], []];
      if (local === 'q') changes = [];
    },
    text: (piece) => {
      text += piece;
    },
    close: (tag) => {
      if (tag.local === 'm') message = tidy(text);
      else if (tag.local === 'd') reasons.push(tidy(text));
      else if (tag.local === 'e')
        changes.push({ step: Number(value(tag, 's')), place: value(tag, 'p'), content: text });
      else if (tag.local === 'q') fixes.push({ fix: Number(value(tag, 'n')), changes });
      else if (tag.local === 'f' || tag.local === 'x') {
        const failed = tag.local === 'x';
        const assertion = Number(value(tag, 'a'));
        found.push({
          assertion,
          place: value(tag, 'p'),
          message: failed ? tidy(text) : message,
          reasons: failed ? [] : reasons,
          fixes: failed ? [] : fixes,
          failed,
        });
      }
    },
  });
  return found;
}
