/**
 * Damages that the proof does not find, by kind, with the rule that allows them. A kind of damage that is not in this list must always be found;
 * whoever makes the proof find one takes it out.
 */
export const allowedMisses: Readonly<Record<string, string>> = {
  'a language is lost': 'a language that the page or an element around it gives as well is not lost',
  'a picture between paragraphs of a text is drawn into one':
    'the sign of a picture is not a word: whether it is on a line of its own is the choice of the layout',
  'a page mark between paragraphs of a text is drawn into one':
    'a page break is not a word: whether it is on a line of its own or at the edge of a block is the choice of the layout',
};
