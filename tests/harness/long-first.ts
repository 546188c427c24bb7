import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders whose tests take long: they begin first, so that no long one is left alone at the end. */
const long = ['/corpus/', '/conformance/', '/cli/', '/verify/'];

const rank = ({ moduleId }: TestSpecification): number => {
  const at = long.findIndex((folder) => moduleId.includes(folder));
  return at < 0 ? long.length : at;
};

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
