import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { octavoMeasured } from '../harness/octavo.ts';
import { hasCorpus, needsCorpus, volume12 } from '../harness/places.ts';
import { newFolder } from '../harness/scratch.ts';

describe.skipIf(!hasCorpus)(`A build keeps within its memory${needsCorpus}`, () => {
  /** Megabytes that build and verify take at most, the verification with what the build has remembered. */
  const measure = (path: string, cwd: string, env = { OCTAVO_CACHE: newFolder() }): number =>
    Math.max(
      ...['build', 'verify'].map((command) => {
        const { code, said, megabytes } = octavoMeasured([command, path, '--quiet'], {
          cwd,
          env,
        });
        expect({ code, said: code === 0 ? '' : said }).toEqual({ code: 0, said: '' });
        return megabytes;
      }),
    );

  it('of 350 MB for a volume', () => {
    const megabytes = measure(volume12, newFolder());
    process.stdout.write(`volume XII: ${Math.round(megabytes)} MB\n`);
    expect(megabytes).toBeLessThan(350);
  });

  it('of 600 MB for 30 MB of volumes', () => {
    const text = readFileSync(volume12, 'utf8');
    const volumes = newFolder();
    for (let i = 1; i <= 11; i++)
      writeFileSync(join(volumes, `v${i}.xml`), text.replaceAll('frus1969-76v12', `volume-${i}`));
    expect(readdirSync(volumes).length).toBe(11);
    const megabytes = measure(volumes, newFolder());
    process.stdout.write(`11 volumes: ${Math.round(megabytes)} MB\n`);
    expect(megabytes).toBeLessThan(600);
  });
});
