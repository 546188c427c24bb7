import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What `--help` says. Kept apart from the commands, so that help needs none of them. */

const common = `  --format human|json   how findings and results are printed (default: human)
  --quiet               print errors only
  --debug               show the program's own trace when it fails`;

const commands: Readonly<Record<string, { readonly summary: string; readonly text: string }>> = {
  init: {
    summary: 'make a new edition to start from',
    text: `octavo init [DIR]

Makes DIR (default: this folder) into an edition: settings, one sample document, a README.
Nothing that is there is overwritten.

${common}`,
  },
  import: {
    summary: 'make TEI of other people’s text, and list what a person must decide',
    text: `octavo import FILE… [--to DIR]

Makes one valid TEI file of each text, NAME.xml, and a list of uncertain places, NAME.decisions.json.
The texts stay as they are; TEI that was edited since is not overwritten.

  --from KIND           what the texts are; guessed when left out
  --to DIR              where the TEI goes (default: beside each text)
  --metadata FILE       title, volume, editor … of each file, as CSV or JSON
  --answers FILE        your answers to the places listed before
  --force               overwrite TEI that was edited
${common}`,
  },
  validate: {
    summary: 'check TEI files and say what is wrong, where, and how to mend it',
    text: `octavo validate [PATH…] [--schema FILE]…

Checks files, folders or an edition (default: this folder): XML, schema, ids, pointers, notes, pages.

  --schema FILE         a schema (.rng, .rnc, .xsd) instead of our own: a file or an address; may be given several times
  --schematron FILE     a Schematron schema (.sch) besides; may be given several times
  --phase NAME          the phase of the Schematron schemas, #ALL for all patterns (default: the schema's own)
  --level LEVEL         our own schema: exchange (default) or edition (strict, for documentary editions)
  --allow-network       fetch schemas of the web that are not at hand; they are kept for later
  --fix                 mend in the files what is certain; markup only, never the text
${common.replace('human|json', 'human|json|sarif|github')}`,
  },
  build: {
    summary: 'build the edition in every format',
    text: `octavo build [PATH] [--out DIR]

Builds a TEI file, a folder of TEI files or an edition (default: this folder).
Errors in the sources stop the build before anything is written.

  --out DIR             where to (default: dist); replaced whole or not at all
  --formats A,B         only these formats: html, text, tei, csl-json, bibtex, ris
  --text-dialect NAME   octavo (default) or web (as archives publish text on the web)
  --keep-going          build what can be built in spite of errors; the exit code is still 1
${common}`,
  },
  verify: {
    summary: 'read every output back and prove that nothing was lost',
    text: `octavo verify [PATH] [--out DIR]

Reads every file of the built edition back and compares it with the sources of PATH (default: this folder):
words, page breaks, note calls and note bodies, in order. Writes DIR/proof.json.

  --out DIR             the built edition (default: dist)
${common}`,
  },
  explain: {
    summary: 'say what a finding means, with a good and a bad example',
    text: `octavo explain CODE

Explains a finding by its code, for example: octavo explain page-order

${common}`,
  },
  lsp: {
    summary: 'serve an editor: findings while you type, completion, what things mean',
    text: `octavo lsp

Speaks the language server protocol on stdin and stdout: an editor starts it. Findings while you type and their cures,
completion of elements, attributes, values and ids, what an element means, where a pointer leads, the outline of a file.

  --schema FILE         a RELAX NG schema (.rng, .rnc) instead of our own; may be given several times
  --schematron FILE     Schematron rules (.sch), checked when you pause; may be given several times
  --level LEVEL         our own schema: exchange (default) or edition (strict, for documentary editions)
  --stdio               what editors say by custom; changes nothing`,
  },
};

export const commandNames: readonly string[] = Object.keys(commands);

/** The version, read where the bundle and the sources both find it. */
export function version(): string {
  for (const up of ['..', '../..']) {
    try {
      const path = fileURLToPath(new URL(`${up}/package.json`, import.meta.url));
      return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
    } catch {
      // One folder further up.
    }
  }
  return 'unknown';
}

/** The help text of a command, or of all. */
export function help(name?: string): string {
  const command = name === undefined ? undefined : commands[name];
  if (command) return `${command.text}\n`;
  const list = Object.entries(commands).map(([key, { summary }]) => `  ${key.padEnd(10)} ${summary}`);
  return `octavo: scholarly editions from TEI, with proof that nothing was lost

usage: octavo COMMAND [PATH] [options]

${list.join('\n')}

octavo COMMAND --help tells more. No settings are needed: octavo build FILE.xml works as it is.
Exit codes: 0 done and clean, 1 something is wrong with the edition, 2 wrong use, 3 a fault of this program.
`;
}
