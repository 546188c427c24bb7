import type { Finding } from '../../diagnostics/finding.ts';

/** A template of an edition that cannot make a page; the finding says why. */
export class TemplateFault extends Error {
  readonly finding: Finding;
  constructor(message: string) {
    super(message);
    this.finding = {
      code: 'broken-template',
      severity: 'error',
      message,
      why: 'No page can be made from it.',
      fix: 'Correct the template in the folder templates, or remove it: ours stands in for it.',
    };
  }
}
