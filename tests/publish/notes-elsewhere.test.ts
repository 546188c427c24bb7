import { describe, expect, it } from 'vitest';
import { builtTexts } from '../harness/built-texts.ts';

/** Notes that are written elsewhere than they are called: what a reader of the plain text sees, proven. */

const inText = async (body: string, more = ''): Promise<string> => {
  const [text] = await builtTexts(`<text><body>${body}</body>${more}</text>`);
  return text!;
};

describe('Notes that are collected', () => {
  it('are called by ref, anchor and ptr, and what held nothing else is gone', async () => {
    const text = await inText(
      '<div type="original"><p>Your letter<ref type="noteAnchor" target="#n1">1</ref> and the portrait<anchor xml:id="a2"/> too<ptr target="#n3"/>.</p></div>' +
        '<div type="notes"><note xml:id="n1" n="1"><p>Lost.</p></note><note n="2" target="#a2"><p>F 476.</p></note><note xml:id="n3" n="3"><p>Sent in May.</p></note></div>',
    );
    expect(text).toBe('Your letter[1] and the portrait[2] too[3].\n\n[1] Lost.\n\n[2] F 476.\n\n[3] Sent in May.\n');
  });

  it('leave the heading of their division', async () => {
    const text = await inText(
      '<p>Text<ref target="#n1">1</ref></p><div type="notes"><head>Notes</head><note xml:id="n1" n="1">First.</note></div>',
    );
    expect(text).toBe('Text[1]\n\nNotes\n\n[1] First.\n');
  });

  it('are called at the end of what they are about', async () => {
    const text = await inText(
      '<p>A <seg xml:id="s">word </seg>more.</p><lg xml:id="g"><l xml:id="l">One</l><l>two</l></lg><p><anchor xml:id="b"/>from here<anchor xml:id="e"/> on</p>',
      '<back><list type="notes"><item><note target="#s">seg</note></item><item><note corresp="#g">stanza</note></item><item><note target="#l">line</note></item><item><note target="#b" targetEnd="#e">span</note></item></list></back>',
    );
    expect(text.split('\n\n[')[0]).toBe('A word[1] more.\n\nOne[2]\ntwo[3]\n\nfrom here[4] on');
  });

  it('stay where they are if nothing calls them', async () => {
    const text = await inText('<p>Text.</p><div type="notes"><note xml:id="n1" n="7">Uncalled.</note></div>');
    expect(text).toBe('Text.\n\n[7]\n\n[7] Uncalled.\n');
  });

  it('are called once; words that are no call stay words, and a second pointer is a link', async () => {
    const text = await inText(
      '<p>See <ref target="#n1">the note</ref>, a<ref target="#n1">1</ref>, and <ref target="#n2">Benjamin</ref> b<ref target="#n1">1</ref>.</p>',
      '<back><note xml:id="n1">One.</note><note xml:id="n2" n="2">Two.</note></back>',
    );
    expect(text).toBe('See the note, a[1], and Benjamin[2] b1.\n\n[1] One.\n\n[2] Two.\n');
  });

  it('are called from each other, and not in a circle', async () => {
    const text = await inText(
      '<p>a<ptr target="#n1"/></p>',
      '<back><note xml:id="n1">One<ptr target="#n2"/></note><note xml:id="n2">Two<ptr target="#n1"/></note><note xml:id="n3">Three<ptr target="#n4"/></note><note xml:id="n4">Four<ptr target="#n3"/></note></back>',
    );
    expect(text.split('\n\n')[0]).toBe('a[1]');
    expect(text).toContain('[1] One[2]');
  });

  it('stay in an item that has words, whoever points to them', async () => {
    const text = await inText(
      '<list><item>Unparalleled.<note xml:id="n4">But see Klotz.</note></item></list><p>So Andrieu.<note>See note <ptr target="#n4"/>.</note></p>',
    );
    expect(text.trimStart()).toMatch(/^\S* ?Unparalleled\.\[1\]\n\nSo Andrieu\.\[2\]\n\n\[1\] But see Klotz\.\n/);
  });

  it('are called in the appendix that they are in, as in a file of its own', async () => {
    const [text] = await builtTexts(
      '<text><body><div type="document"><p>Letter.</p></div></body><back><div type="document"><p>Some text<ptr target="#n"/> goes on.</p><p><note xml:id="n">Called there.</note></p></div></back></text>',
    );
    expect(text).toBe('Some text[1] goes on.\n\n[1] Called there.\n');
  });

  it('can be outside the text', async () => {
    const [text] = await builtTexts(
      '<standOff><note xml:id="n1" xml:lang="fr">Trois</note></standOff><text><body><p>a<ref target="#n1">†</ref></p></body></text>',
    );
    expect(text).toBe('a[†]\n\n[†] Trois\n');
  });

  it('of another document of the file are in the document that calls them, and in its TEI', async () => {
    const texts = await builtTexts(
      '<text><body><div type="document" xml:id="d1"><head>A<ref target="#n1">1</ref></head><p>x</p></div><div type="document" xml:id="d2"><head>B</head><p>y<ref target="#n2">2</ref></p><div type="notes"><head>Notes</head><note xml:id="n1">Eins</note></div></div></body><back xml:lang="de"><div type="notes"><note xml:id="n2">Zwei</note></div></back></text>',
    );
    expect(texts).toEqual(['A[1]\n\nx\n\n[1] Eins\n', 'B\n\ny[2]\n\nNotes\n\n[2] Zwei\n']);
  });
});

describe('A note in two parts', () => {
  it('is one note where its first part is', async () => {
    const text = await inText(
      '<p>a<note xml:id="p" next="#q">The first</note> b<note xml:id="q" prev="#p">and the second.</note> c</p>',
    );
    expect(text).toBe('a[1] b c\n\n[1] The first and the second.\n');
  });
});

describe('A group of notes', () => {
  it('in a sentence is where it is, each note with its call', async () => {
    const text = await inText(
      '<p>We go<noteGrp>\n<note xml:lang="en">English.</note>\n<note xml:lang="fr">Français.</note>\n</noteGrp> home.</p>',
    );
    expect(text).toBe('We go[1][2] home.\n\n[1] English.\n\n[2] Français.\n');
  });
});

describe('Numbers of notes that have none', () => {
  it('are not those of other notes', async () => {
    const text = await inText('<p>a<note n="1">A.</note> b<note>B.</note> c<note n="2">C.</note></p>');
    expect(text.split('\n')[0]).toBe('a[1] b[3] c[2]');
  });

  it('are letters in the margin, where others are at the foot', async () => {
    const text = await inText('<p>a<note place="margin">A.</note> b<note>B.</note> c<note place="left">C.</note></p>');
    expect(text.split('\n')[0]).toBe('a[Note a] b[1] c[Note b]');
    const alone = await inText('<p>a<note place="margin">A.</note></p>');
    expect(alone.split('\n')[0]).toBe('a[1]');
  });
});

it('A note on words that are nothing but the call of another note is called behind it', async () => {
  const text = await inText(
    '<p>Your letter<seg xml:id="s"><ref xml:id="r" target="#b">2</ref></seg> came.</p><div type="notes"><note xml:id="b" n="2">B.</note><note target="#s">On the call.</note></div>',
  );
  expect(text).toContain('Your letter[2][1] came.');
  expect(text).toContain('[1] On the call.');
});
