import type { XmlAttribute, XmlTag } from '../../source/xml.ts';
import { missingAttributes, unexpectedAttribute } from '../explain/attribute.ts';
import { badValue } from '../explain/value.ts';
import { attributeInfo } from './attribute-info.ts';
import { attributeSteps, endAttributes, endAttributesAnyway } from './attributes.ts';
import { noteId } from './ids.ts';
import { intern } from './names.ts';
import type { QName } from './names.ts';
import type { AttributeInfo, Pattern } from './pattern.ts';
import type { Run } from './run.ts';
import { choice } from './table.ts';
import { matches } from './text.ts';

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** Checks the attributes of the element that has just opened; `run.current` is then its content without attributes. */
export function checkAttributes(run: Run, tag: XmlTag): void {
  const { table } = run;
  const info =
    run.current.kind === 'after' || run.current.kind === 'choice' ? undefined : attributeInfo(table, run.current);
  if (info !== undefined) run.current = info.content;
  const taken = takeAll(run, tag, info);
  endAll(run, tag, info, taken);
}

/** Takes the attributes of the tag; answers those that were taken, where one that must be there may be missing. */
function takeAll(run: Run, tag: XmlTag, info: AttributeInfo | undefined): Pattern[] | undefined {
  let required = 0;
  const needed = info?.required.length ?? 0;
  const taken: Pattern[] | undefined = needed === 0 ? undefined : [];
  for (const attribute of tag.attributes) {
    if (attribute.uri === XMLNS) continue;
    const name = intern(run.table.names, attribute.uri, attribute.local);
    const spec = info?.specs.get(name);
    if (spec !== undefined) {
      if (spec.required) required++;
      taken?.push(spec.attribute);
      if (!matches(run.table, spec.attribute.a!, attribute.value, run.context)) {
        badValue(run, tag, attribute, [spec.attribute]);
      } else if (run.ids !== undefined) noteId(run.ids, spec.attribute, attribute, run.source, run.findings);
    } else {
      const meant = takeByStep(run, tag, attribute, name, info);
      if (meant !== undefined) taken?.push(meant);
      if (info?.required.some((one) => one.attribute === meant)) required++;
    }
  }
  return required < needed ? taken : undefined;
}

/** An attribute that depends on others or on the content, or is not allowed; answers the one that was meant instead. */
function takeByStep(
  run: Run,
  tag: XmlTag,
  attribute: XmlAttribute,
  name: QName,
  info: AttributeInfo | undefined,
): Pattern | undefined {
  const { table } = run;
  const steps = attributeSteps(table, run.current, name);
  if (steps.length === 0) return takeAsMeant(run, unexpectedAttribute(run, tag, attribute, name, info));
  const fitting = steps.filter((step) => matches(table, step.attribute.a!, attribute.value, run.context));
  if (fitting.length === 0) {
    const ways = steps.map((step) => step.attribute);
    badValue(run, tag, attribute, ways);
  } else if (run.ids !== undefined) noteId(run.ids, fitting[0]!.attribute, attribute, run.source, run.findings);
  run.current = choice(
    table,
    (fitting.length > 0 ? fitting : steps).map((step) => step.rest),
  );
  return undefined;
}

/** An attribute under a wrong name is there all the same. */
function takeAsMeant(run: Run, meant: Pattern | undefined): Pattern | undefined {
  if (meant?.name === undefined || !run.current.attributed) return meant;
  const rests = attributeSteps(run.table, run.current, meant.name).map((step) => step.rest);
  if (rests.length > 0) run.current = choice(run.table, rests);
  return meant;
}

function endAll(run: Run, tag: XmlTag, info: AttributeInfo | undefined, taken: Pattern[] | undefined): void {
  const next = endAttributes(run.table, run.current);
  const absent = taken === undefined ? [] : info!.required.filter((spec) => !taken.includes(spec.attribute));
  if (next.kind !== 'notAllowed' && absent.length === 0) {
    run.current = next;
    return;
  }
  const missing = absent.map((spec) => spec.attribute);
  if (!run.misplaced) missingAttributes(run, tag, missing, next.kind === 'notAllowed');
  run.current = next.kind === 'notAllowed' ? endAttributesAnyway(run.table, run.current) : next;
}
