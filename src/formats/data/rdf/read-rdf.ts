import type { RecordFields } from '../../format.ts';

/** Reads the files in `rdf/` back, from their bytes alone. */

type Term = { readonly id: string } | { readonly value: string; readonly type?: string };

/** A statement as a record: an object that is a text is in quotation marks, with its type behind it. */
export function statement(subject: string, predicate: string, object: Term): RecordFields {
  const said = 'id' in object ? object.id : `${JSON.stringify(object.value)}${object.type ?? ''}`;
  return { subject, predicate, object: said };
}

const line =
  /^<([^<>"\s\\]+)> <([^<>"\s\\]+)> (?:<([^<>"\s\\]+)>|"((?:[^"\\\n]|\\["\\nr])*)"(?:\^\^<([^<>"\s\\]+)>)?) <([^<>"\s\\]+)> \.$/;
const signs: Readonly<Record<string, string>> = { n: '\n', r: '\r' };

/** The statements of a file in N-Quads, all in one graph. */
export function readQuads(content: string, graph: string): RecordFields[] {
  return readLines(content).map(({ line: written }) => {
    const [all, subject, predicate, id, value, type, where] = line.exec(written!) ?? [];
    if (all === undefined) throw new Error(`a line is not understood: ${written!.slice(0, 80)}`);
    if (where !== graph) throw new Error(`a statement is in another graph: ${written!.slice(0, 80)}`);
    const text = value?.replace(/\\(.)/g, (_, sign: string) => signs[sign] ?? sign);
    return statement(subject!, predicate!, text === undefined ? { id: id! } : { value: text, ...(type !== undefined && { type }) }); // prettier-ignore
  });
}

const schema = 'https://schema.org/';

function objectOf(value: unknown): Term {
  if (typeof value === 'string') return { value };
  const object = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(object).join();
  if (names === '@id') return { id: object['@id'] as string };
  if (names === '@value,@type') return { value: object['@value'] as string, type: object['@type'] as string };
  throw new Error(`a value is not understood: ${JSON.stringify(value).slice(0, 80)}`);
}

/** The statements of a file in JSON-LD, in the form in which it is written. */
export function readJsonLd(content: string): RecordFields[] {
  const all = JSON.parse(content) as { '@context': unknown; '@graph': readonly Readonly<Record<string, unknown>>[] };
  if (JSON.stringify(all) !== content.replaceAll('\n', ''))
    throw new Error('a field is doubled, or it is not laid out as it was written');
  const { '@context': context, '@graph': graph, ...more } = all;
  if (JSON.stringify(context) !== `{"@vocab":"${schema}"}` || Object.keys(more).length > 0)
    throw new Error('it has another context, or more than a graph');
  return graph.flatMap(({ '@id': subject, ...node }) =>
    Object.entries(node).flatMap(([name, values]) =>
      (Array.isArray(values) ? (values as unknown[]) : [values]).map((value) =>
        name === '@type'
          ? statement(subject as string, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type', {
              id: schema + String(value),
            })
          : statement(subject as string, schema + name, objectOf(value)),
      ),
    ),
  );
}

/** Lines as records. */
export function readLines(content: string): RecordFields[] {
  if (!content.endsWith('\n')) throw new Error('the last line does not end');
  return content
    .slice(0, -1)
    .split('\n')
    .map((written) => ({ line: written }));
}
