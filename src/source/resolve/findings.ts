import type { Finding, Severity, Span } from '../../diagnostics/finding.ts';

/** What is said of entities and includes. */

const bounded = 'It is not read, so that no file can bring the program to a halt.';

export const entityTooMuch = (span: Span, name: string): Finding => ({
  code: 'entity-limit',
  severity: 'error',
  message: `The entity “&${name};” makes more of this file than is read.`,
  span,
  why: bounded,
  fix: 'Type the text itself, or include it from a file of its own.',
});

export const defaultsTooMuch = (span: Span): Finding => ({
  code: 'entity-limit',
  severity: 'error',
  message: 'The defaults of attributes make more of this file than is read.',
  span,
  why: bounded,
  fix: 'Write the attributes themselves.',
});

export const entityInItself = (span: Span, name: string): Finding => ({
  code: 'entity-limit',
  severity: 'error',
  message: `The entity “&${name};” contains itself.`,
  span,
  why: 'It would never end.',
  fix: 'Take the reference out of its declaration.',
});

export const entityNotWhole = (span: Span, name: string): Finding => ({
  code: 'entity-not-whole',
  severity: 'error',
  message: `The entity “&${name};” is not well-formed by itself.`,
  span,
  why: 'Other programs refuse a file in which an element begins in an entity and ends outside of it.',
  fix: 'Put whole elements into the entity.',
});

export const entityElsewhere = (span: Span, name: string, used: boolean): Finding => ({
  code: 'external-entity',
  severity: used ? 'error' : 'review',
  message: used
    ? `The entity “&${name};” is another file and is not read.`
    : `The declaration of the entity “${name}” names another file, which is not read.`,
  span,
  why: 'Entities can make a program read any file or open connections; so only those whose text is here are expanded.',
  fix: used
    ? 'Include the file with <xi:include href="…"/>, or type the text itself.'
    : 'Remove the declaration; nothing uses it.',
});

export const declarationPassedOver = (span: Span, what: 'parameter entity' | 'attribute list'): Finding => ({
  code: 'declaration-not-used',
  severity: 'review',
  message:
    what === 'parameter entity' ? 'This parameter entity is not used.' : 'This list of attributes is not applied.',
  span,
  why:
    what === 'parameter entity'
      ? 'What it declares is not known here.'
      : 'Its defaults are not added to the elements; only lists with plain values are.',
  fix:
    what === 'parameter entity'
      ? 'Write the declarations themselves, or remove it.'
      : 'Write the attributes at the elements themselves.',
});

/** What is read in place of a file that is not there; undefined where words of the text would be missing. */
type Instead = 'fallback' | 'nothing' | undefined;

const consequence = (instead: Instead): { severity: Severity; said: string; why: string } => {
  if (instead === undefined) return { severity: 'error', said: '', why: 'Its text would be missing in the edition.' };
  return instead === 'fallback'
    ? {
        severity: 'review',
        said: ' What is in <xi:fallback> is read instead.',
        why: 'The text may lack what the file contains.',
      }
    : {
        severity: 'review',
        said: ' The header is read without it.',
        why: 'No word of the text is missing, but what the header would say in this place is.',
      };
};

/** An include whose file is not there, or is not to be read. */
export function notIncluded(
  span: Span,
  code: 'include-missing' | 'include-refused',
  trouble: string,
  instead: Instead,
): Finding {
  const { severity, said, why } = consequence(instead);
  return {
    code,
    severity,
    message: `${trouble}${said}`,
    span,
    why,
    fix:
      code === 'include-missing'
        ? 'Put the file there, or correct href.'
        : 'Put a copy of the file into the folder of the edition, and name it by its relative path.',
  };
}

export const includeLimit = (span: Span, message: string): Finding => ({
  code: 'include-limit',
  severity: 'error',
  message,
  span,
  why: bounded,
  fix: 'Look for files that include each other, or split the text into several files.',
});

export const includeWrong = (span: Span, message: string, fix: string): Finding => ({
  code: 'include-wrong',
  severity: 'error',
  message,
  span,
  why: 'Its text would be missing in the edition.',
  fix,
});

/** Words of a file of which only elements are included. */
export const includedInPart = (span: Span, severity: Severity = 'review'): Finding => ({
  code: 'included-in-part',
  severity,
  message: 'Only elements of this file are included by another file; the rest of its text is not in the edition.',
  span,
  why: 'A file that is included is part of the text that includes it, and not a text of its own.',
  fix: 'Include the whole file, or the other elements too; if the rest is not wanted, nothing needs to be done.',
});
