import { deflateRawSync } from 'node:zlib';
import { para, run, wordFile } from '../import/docx-file.ts';
import { type BadInput, damagedBytes, damagedJson, damagedText, type Kind } from './inputs.ts';

/** Damaged texts for the import, and what is given with them. */

const text = (file: string, name: string, content: string | Uint8Array): BadInput => ({
  name: `import: ${name}`,
  files: { [file]: content },
  commands: [['import', `@/${file}`, '--to', '@out']],
  // Control characters are shown in another form: the end of the name is enough.
  names: new RegExp(`${file.replace(/^[^]*[^\w.]/, '').replaceAll('.', '\\.')}`),
});

const markdown = `---\ntitle: Letters\ndate: 1970-01-01\n---\n# One\n\nText[^1] *with* **looks**, [a link](b.md) and ![a picture](c.png).\n\n> quoted\n\n1. item\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: A note.\n`;
const html = `<!DOCTYPE html><html lang="en"><head><title>Letters</title></head><body><h1>One</h1><p>Text<sup><a href="#n1">1</a></sup> <i>with</i></p>
<table><tr><td>1</td></tr></table><ul><li>x</li></ul><div id="n1"><p>1. A note.</p></div></body></html>`;
const plain = `194. Memorandum\n\nWashington, August 4, 1970.\n\nText with a note.1 And more.\n\n[Page 591]\n\nMore text.\n\n1 A note.\n`;

const deep = (open: string, close = '', times = 20_000): string => open.repeat(times) + close.repeat(times);

const oddTexts: readonly (readonly [string, string | Uint8Array])[] = [
  ['a.md', deep('> ')],
  ['a.md', deep('- ')],
  ['a.md', deep('[')],
  ['a.md', deep('![')],
  ['a.md', deep('[a](', ')')],
  ['a.md', deep('*a **b ')],
  ['a.md', deep('`')],
  ['a.md', deep('<b>', '</b>', 5000)],
  ['a.md', deep('[^1]: ', '', 3000)],
  ['a.md', '[^a]: [^b]\n\n[^b]: [^a]\n\nText[^a]\n'],
  ['a.md', deep('|a', '\n|-', 2000)],
  [
    'a.md',
    '---\na: &a [x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d]\n---\nText\n',
  ],
  [
    'a.md',
    `---\n${Array.from({ length: 30 }, (_, i) => `k${i}: &k${i} [${i === 0 ? 'x' : `*k${i - 1}, *k${i - 1}`}]`).join('\n')}\n---\nText\n`,
  ],
  ['a.md', '---\ntitle: !!js/function "function(){ process.exit(7) }"\n---\nText\n'],
  ['a.md', '---\ntitle: !!python/object/apply:os.system ["exit"]\n---\nText\n'],
  ['a.md', '---\na: &a {title: x}\n<<: *a\n---\nText\n'],
  ['a.md', '---\ntitle: "never closed\n---\nText\n'],
  ['a.md', '---\n? [complex, key]\n: value\n? {a: b}\n: c\n---\nText\n'],
  ['a.md', '---\ntitle: a\ntitle: b\n---\nText\n'],
  ['a.md', '---\n&a [*a]\n---\nText\n'],
  ['a.md', '---\ntitle: &a\n  name: *a\n---\nText\n'],
  ['a.md', '---\n%YAML 9.9\n---\nText\n'],
  ['a.md', `---\n${'a: {'.repeat(3000)}\n---\nText\n`],
  ['a.md', `---\n${'['.repeat(3000)}\n---\nText\n`],
  ['a.md', '---\n__proto__: {polluted: 1}\nconstructor: {prototype: 1}\ntoString: x\n---\nText\n'],
  ['a.md', '---\ntitle: "\\0\\x1b[31m"\n---\nText\0\n'],
  ['a.md', ''],
  ['a.md', '\ufeff'],
  ['a.html', deep('<div>', '</div>')],
  ['a.html', deep('<b>')],
  ['a.html', deep('<table><tr><td>', '', 3000)],
  ['a.html', deep('<svg><foreignObject>', '', 3000)],
  ['a.html', deep('<math><mi>', '', 3000)],
  ['a.html', `<p ${Array.from({ length: 5000 }, (_, i) => `a${i}="x"`).join(' ')}>x</p>`],
  ['a.html', '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>'],
  ['a.html', '<p>&#0;&#xd800;&#x110000;&#xfffe;\u0001</p>'],
  ['a.html', '<meta charset="utf-7"><p>+ADw-script+AD4-</p>'],
  ['a.html', '<meta charset="nosuch"><p>x</p>'],
  ['a.html', '<plaintext><p>x'],
  ['a.html', '<template><p>x</p></template><noscript>y</noscript><iframe srcdoc="<p>z">'],
  ['a.html', '<a href="#a" id="a">1</a><a href="#a">1</a>'],
  ['a.html', '<html'],
  ['a.html', ''],
  ['a.txt', ''],
  ['a.txt', '\0\0\0\0'],
  ['a.txt', deep('[Page ', ']', 5000)],
  ['a.txt', deep('1 ', '\n', 5000)],
  ['a.txt', `${'a'.repeat(1_000_000)}`],
  ['a.txt', deep('(', ')')],
  ['a.txt', `[Page 99999999999999999999]\n[Page -1]\n[Page ivxlc]\n`],
  ['a.txt', Buffer.from(plain, 'utf16le')],
  ['a.txt', Buffer.from(`\ufeff${plain}`, 'utf16le')],
  ['a.txt', Buffer.from(`\ufeff${plain}`, 'utf16le').swap16()],
  ['a.txt', Buffer.from(`\ufeff${plain}`, 'utf16le').subarray(1)],
  ['a.txt', Buffer.from(`${plain}é\x80\xff`, 'latin1')],
  ['a.txt', Uint8Array.from({ length: 4096 }, (_, i) => i % 256)],
  ['a.txt', `${plain}\u202e\u2066\u0007\u001b]0;x\u0007`],
  ['a.bin', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)],
  ['a.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ['a.rtf', '{\\rtf1 x}'],
  ['a', plain],
  ['.txt', plain],
  ['..txt', plain],
  [`${'n'.repeat(240)}.txt`, plain],
  ['line\nend.txt', plain],
  ['\u001b[31mred.txt', plain],
  ['-.txt', plain],
  ['$(exit 7).txt', plain],
  ['a.decisions.json.txt', plain],
];

/** A zip archive written by hand, so that anything in it may be wrong. */
function zip(
  entries: readonly { name: string; data: Uint8Array; method?: number; crc?: number; flags?: number; size?: number }[],
): Uint8Array {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, data, method = 0, crc = 0, flags = 0, size = data.length } of entries) {
    const bytes = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(bytes.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(bytes.length, 28);
    central.writeUInt32LE(at, 42);
    parts.push(local, bytes, Buffer.from(data));
    list.push(central, bytes);
    at += 30 + bytes.length + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...list, end]);
}

const media = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
const picture = (target: string): Uint8Array =>
  wordFile({
    body: para(`${run('Text')}<w:r><w:drawing><a:blip r:embed="i"/></w:drawing></w:r>`),
    relations: `<Relationship Id="i" Type="${media}" Target="${target}"/>`,
    files: { 'word/media/image1.png': Buffer.from('x'), 'outside.png': Buffer.from('y') },
  });
const bomb = deflateRawSync(Buffer.alloc(100_000_000));

const words: readonly (readonly [string, Uint8Array])[] = [
  [
    'a bomb',
    zip([
      { name: '[Content_Types].xml', data: bomb, method: 8 },
      { name: 'word/document.xml', data: bomb, method: 8 },
    ]),
  ],
  ['a bomb that lies about its size', zip([{ name: 'word/document.xml', data: bomb, method: 8, size: 10 }])],
  [
    'names that lead out',
    zip([
      { name: '../../../../tmp/x', data: Buffer.from('x') },
      { name: '/etc/x', data: Buffer.from('x') },
    ]),
  ],
  [
    'a name twice',
    zip([
      { name: 'word/document.xml', data: Buffer.from('<a/>') },
      { name: 'word/document.xml', data: Buffer.from('<b/>') },
    ]),
  ],
  ['a password', zip([{ name: 'word/document.xml', data: Buffer.from('x'), flags: 1 }])],
  ['a wrong checksum', zip([{ name: 'word/document.xml', data: Buffer.from('<a/>'), crc: 1 }])],
  ['a method that nobody knows', zip([{ name: 'word/document.xml', data: Buffer.from('x'), method: 99 }])],
  ['a Word file in a Word file', zip([{ name: 'word/document.xml', data: wordFile({ body: para('x') }) }])],
  ['no parts', zip([])],
  [
    'names that objects have',
    zip([
      { name: '__proto__', data: Buffer.from('x') },
      { name: 'constructor', data: Buffer.from('x') },
    ]),
  ],
  ['paragraphs nested without end', wordFile({ body: `${'<w:p><w:r>'.repeat(600)}x${'</w:r></w:p>'.repeat(600)}` })],
  [
    'tables nested without end',
    wordFile({ body: `${'<w:tbl><w:tr><w:tc>'.repeat(150)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(150)}` }),
  ],
  [
    'a table of many columns',
    wordFile({
      body: `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`,
    }),
  ],
  [
    'a list whose numbers are no numbers',
    wordFile({ body: para(run('x'), '', '<w:numPr><w:ilvl w:val="x"/><w:numId w:val="-1"/></w:numPr>') }),
  ],
  [
    'styles that are based on each other',
    wordFile({
      body: para('x', 'A'),
      styles:
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
    }),
  ],
  [
    'a note within itself',
    wordFile({
      body: para('<w:r><w:footnoteReference w:id="1"/></w:r>'),
      footnotes: '<w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote>',
    }),
  ],
  ['a note that is missing', wordFile({ body: para('<w:r><w:footnoteReference w:id="7"/></w:r>') })],
  [
    'fields that do not end',
    wordFile({
      body: para(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "javascript:x"</w:instrText></w:r>',
      ).repeat(50),
    }),
  ],
  [
    'symbols that are no characters',
    wordFile({ body: para('<w:r><w:sym w:font="x" w:char="ZZZZ"/><w:sym w:char="D800"/></w:r>') }),
  ],
  ['entities', wordFile({ body: para('x'), settings: '&lol;' })],
  ['a picture that leads out', picture('../../../../../outside.png')],
  ['a picture without a name', picture('media/')],
  ['a picture called ..', picture('media/..')],
  ['a picture with a strange name', picture('media/%00%2e%2e%2f.png')],
];

const metadataTexts: readonly (string | Uint8Array)[] = [
  '',
  '\0',
  'file,title',
  'file,title\n"a.txt,b',
  'file,title\na.txt,"b""c\nd',
  'file;title\na.txt;b;c;d;e;f',
  '__proto__,constructor,title\na,b,c',
  'file\tfile\na.txt\tb.txt',
  `title\n${'"'.repeat(100_001)}`,
  `${'a,'.repeat(20_000)}\n${'b,'.repeat(20_000)}`,
  'title\n=1+1\n@x\n',
  '[',
  '{}',
  '[null]',
  '[[[]]]',
  '{"title": {"a": 1}}',
  '{"__proto__": {"title": "x"}}',
  '{"title": "\\ud800"}',
  `${'['.repeat(100_000)}`,
  'title: a\nfile: b\n',
  '- &a [*a]\n',
  '!!js/function "x"',
  Buffer.from('\ufefffile,title\na.txt,x', 'utf16le'),
  Buffer.from('title\né', 'latin1'),
  Uint8Array.of(0xff, 0xfe, 0xff),
];

const besideText = (file: string, option: string, name: string, content: string | Uint8Array): BadInput => ({
  name: `${option}: ${name}`,
  files: { 'a.txt': plain, [file]: content },
  commands: [['import', '@/a.txt', '--to', '@out', option, `@/${file}`]],
  names: new RegExp(`${file.replace(/\./g, '\\.')}|a\\.txt`),
});

const answers = {
  octavo: '0.1.0',
  file: 'a.txt',
  source: { path: 'a.txt', sha256: '0' },
  output: '0',
  decisions: [{ id: 'x', question: 'x', answer: 'y', options: ['y'] }],
};

export const imports: Kind = (luck) => [
  ...oddTexts.map(([file, content], i) => text(file, `odd ${i}`, content)),
  ...words.map(([name, bytes]) => text('a.docx', name, bytes)),
  ...Array.from({ length: 40 }, (_, i) =>
    text(
      'a.docx',
      `docx ${i}`,
      damagedBytes(wordFile({ body: para('Text') + para('More'), footnotes: '<w:footnote w:id="1"/>' }), luck),
    ),
  ),
  ...Array.from({ length: 30 }, (_, i) =>
    text(
      'a.docx',
      `body ${i}`,
      wordFile({ body: Buffer.from(damagedText(para(run('Text', '<w:i/>')), luck)).toString('latin1') }),
    ),
  ),
  ...Array.from({ length: 25 }, (_, i) => text('a.md', `markdown ${i}`, damagedText(markdown, luck))),
  ...Array.from({ length: 25 }, (_, i) => text('a.html', `html ${i}`, damagedText(html, luck))),
  ...Array.from({ length: 25 }, (_, i) => text('a.txt', `text ${i}`, damagedText(plain, luck))),
  ...metadataTexts.map((content, i) => besideText('m.csv', '--metadata', `odd ${i}`, content)),
  ...Array.from({ length: 20 }, (_, i) =>
    besideText('a.decisions.json', '--answers', `${i}`, JSON.stringify(damagedJson(answers, luck))),
  ),
  ...Array.from({ length: 10 }, (_, i) =>
    besideText('a.decisions.json', '--answers', `bytes ${i}`, damagedText(JSON.stringify(answers), luck)),
  ),
];
