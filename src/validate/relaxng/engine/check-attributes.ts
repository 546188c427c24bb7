import type { XmlAttribute, XmlTag } from '../../../source/xml.ts';
import { explainAttribute, explainMissing, explainValue } from '../explain/attribute.ts';
import { attributeInfo } from './attribute-info.ts';
import { attributeSteps, endAttributes, endAttributesAnyway } from './attributes.ts';
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

/** Takes the attributes of the tag; answers those that were taken. */
function takeAll(run: Run, tag: XmlTag, info: AttributeInfo | undefined): Set<Pattern> | undefined {
  let required = 0;
  let missingPossible = false;
  const taken = new Set<Pattern>();
  for (const attribute of tag.attributes) {
    if (attribute.uri === XMLNS) continue;
    const name = intern(run.table.names, attribute.uri, attribute.local);
    const spec = info?.specs.get(name);
    if (spec === undefined) takeByStep(run, tag, attribute, name, info);
    else {
      if (spec.required) required++;
      taken.add(spec.attribute);
      if (!matches(run.table, spec.attribute.a!, attribute.value, run.context)) {
        explainValue(run, tag, attribute, [spec.attribute]);
      }
    }
  }
  missingPossible = required < (info?.required.length ?? 0);
  return missingPossible ? taken : undefined;
}

/** An attribute that depends on others or on the content. */
function takeByStep(
  run: Run,
  tag: XmlTag,
  attribute: XmlAttribute,
  name: QName,
  info: AttributeInfo | undefined,
): void {
  const { table } = run;
  const steps = attributeSteps(table, run.current, name);
  if (steps.length === 0) {
    explainAttribute(run, tag, attribute, name, info);
    return;
  }
  const fitting = steps.filter((step) => matches(table, step.attribute.a!, attribute.value, run.context));
  if (fitting.length === 0) {
    explainValue(
      run,
      tag,
      attribute,
      steps.map((step) => step.attribute),
    );
  }
  run.current = choice(
    table,
    (fitting.length > 0 ? fitting : steps).map((step) => step.rest),
  );
}

function endAll(run: Run, tag: XmlTag, info: AttributeInfo | undefined, taken: Set<Pattern> | undefined): void {
  const next = endAttributes(run.table, run.current);
  const absent = taken === undefined ? [] : info!.required.filter((spec) => !taken.has(spec.attribute));
  if (next.kind !== 'notAllowed' && absent.length === 0) {
    run.current = next;
    return;
  }
  explainMissing(
    run,
    tag,
    absent.map((spec) => spec.attribute),
    next.kind === 'notAllowed',
  );
  run.current = next.kind === 'notAllowed' ? endAttributesAnyway(run.table, run.current) : next;
}
