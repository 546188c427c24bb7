import type { BuildOptions } from '../publish/job.ts';
import { prepareChecking } from '../validate/checking.ts';
import type { SchemaWishes } from '../validate/schemas/choose-schemas.ts';

/** The validation that goes before a build. */
export const checking =
  (wishes: Partial<SchemaWishes>): NonNullable<BuildOptions['check']> =>
  (settings, place) =>
    Promise.resolve(prepareChecking(settings, place, { schemas: [], ...wishes }));
