/** Command lines that show what a command is for. `tests/docs.test.ts` checks that the program takes them. */
export const commandExamples: Readonly<Record<string, readonly (readonly [line: string, does: string])[]>> = {
  init: [
    ['octavo init my-edition', 'creates the folder with four files in it'],
    ['octavo init', 'turns the current folder into an edition; existing files stay as they are'],
  ],
  import: [
    ['octavo import d194.txt', 'writes d194.xml and d194.decisions.json next to the text'],
    ['octavo import texts/ --to tei', 'imports every text of a folder'],
    ['octavo import d194.txt --answers d194.decisions.json', 'imports again, with your answers'],
  ],
  validate: [
    ['octavo validate', 'checks the edition in this folder'],
    ['octavo validate letters/ notes.xml', 'checks a folder and a file'],
    ['octavo validate --level edition', 'checks against the strict schema'],
    ['octavo validate --schema my-project.rng', 'checks against a schema of your own'],
    ['octavo validate --format json > findings.json', 'writes the findings for a program'],
  ],
  build: [
    ['octavo build', 'builds the edition in this folder into dist'],
    ['octavo build volume.xml --out volume', 'builds one file into another folder'],
    ['octavo build --formats text,tei', 'makes plain text and TEI only'],
    ['octavo build --formats text --text-dialect web', 'makes plain text as archives publish it'],
    ['octavo build --keep-going', 'builds what can be built despite errors'],
  ],
  verify: [
    ['octavo verify', 'proves dist against the sources in this folder'],
    ['octavo verify volume.xml --out volume', 'proves another build'],
  ],
  explain: [['octavo explain page-order', 'explains the finding page-order']],
};
