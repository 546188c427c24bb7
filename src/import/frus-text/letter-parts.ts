/** What the parts of a letter look like: datelines, salutations, closing formulas, names and offices. */

const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.)';
const date = `(?:${month} \\d{1,2}(?:[–-]\\d{1,2})?,? \\d{4}|\\d{1,2} ${month},? \\d{4}|${month},? \\d{4}|undated|Undated|no date|n\\.d\\.)`;
const datelinePattern = new RegExp(`^\\[?[^.:;“”]{0,80}?${date}[^“”]{0,45}$`, 'u');

const documentWord =
  /\b(?:Memorandum|Conversation|Meeting|Record|Minutes|Telegram|Letter|Report|Notes?|Message|Memo|Conference|Agenda|Call|Statement|Draft|Date|Time|Ref|Subject|with|between|Between|dated|as of|As of|on)\b/u;

/** `Washington, May 18, 1953.` or `[Washington,] undated.` */
export function looksLikeDateline(words: string): boolean {
  if (words.length > 110 || documentWord.test(words)) return false;
  return datelinePattern.test(words.replace(/\bSt\./g, 'St'));
}

/** `Dear Mr. President:` on a line of its own. */
export function looksLikeSalutation(words: string): boolean {
  return (
    words.length < 80 &&
    /^(?:My )?(?:Dear|DEAR|Dearest|Excellency|EXCELLENCY|Sir|SIR|Gentlemen|Your (?:Excellency|Majesty|Highness))\b.*[:,—–-]$/u.test(
      words,
    )
  );
}

/** `Sincerely yours,` */
export function looksLikeValediction(words: string): boolean {
  return (
    words.length < 90 &&
    /^(?:I (?:am|remain|have the honor)|With |Very |Most |Please accept |Accept |Yours |Sincerely|Respectfully|Faithfully|Cordially|Best |Warm |Warmest |Kindest |As ever|Affectionately|Ever )/u.test(
      words,
    ) &&
    /(?:[Ss]incerely|[Yy]ours|[Rr]espectfully|[Ff]aithfully|[Cc]ordially|[Rr]egards|[Ww]ishes|[Tt]ruly|[Ee]steem|[Cc]onsideration|submitted|[Ee]ver|I (?:am|remain)|[Aa]ffectionately)(?: yours)?,?:?$/u.test(
      words,
    )
  );
}

const particle = /^(?:de|da|di|du|van|von|der|den|la|le|el|al|bin|ibn|y|of|the|for|and|to|in|&|U|Thant)$/u;

/** A name as it is under a letter: a few capitalised words, no sentence. */
export function looksLikeName(words: string): boolean {
  if (
    words.length > 60 ||
    words.length < 1 ||
    looksLikeValediction(words) ||
    /[,:;?!“”]$/.test(words) ||
    /^[[(•*\d]/.test(words)
  )
    return false;
  const core = words.replace(/\s*\[[^\]]*\]$/u, '').replace(/\s*\(.*\)$/u, '');
  if (/^[A-Z]\.\s+\p{Lu}\p{Ll}+ing\b/u.test(core)) return false;
  const parts = core.split(/[\s,]+/).filter(Boolean);
  if (parts.length === 0 || parts.length > 6) return false;
  if (core.endsWith('.') && !/(?:^|[\s.])(?:\p{Lu}|Jr|Sr|M|Mr|Esq)\.$/u.test(core)) return false;
  if (particle.test(parts[0]!) && parts[0] !== 'U') return false;
  return parts.every((p) => /^\p{Lu}[\p{L}.’'–-]*$/u.test(p) || particle.test(p) || /^\p{Lu}{1,5}$/u.test(p));
}

const officeWords =
  /\b(?:Ambassador|Minister|Counselor|Counsellor|Secretary|Director|Chief|Chairman|Chargé|Consul|Attaché|Assistant|Deputy|Under|Acting|General|Admiral|Colonel|Captain|Lieutenant|Major|Commander|Commissioner|Officer|President|Representative|Adviser|Advisor|Administrator|Head|Member|Staff|USA|USN|USAF|USMC|Department|Division|Bureau|Embassy|Legation|Group|Committee|Council|Agency|Branch|Service|APPROVED|Board|Section|Command|Mission|Office|Headquarters|Affairs|Party|Government|Union|States|Republic|Army|Navy|Forces?|Corps|Advisers?|Assistants?)\b/u;

/** The office that is under a name: `Counselor of Legation`. */
export function looksLikeOffice(words: string): boolean {
  return (
    words.length < 110 &&
    (officeWords.test(words) || /\p{Ll} (?:of|for) /u.test(words)) &&
    !/[.:;?!”]$/.test(words) &&
    /^\p{Lu}/u.test(words) &&
    !/\b(?:is|was|are|were|has|have|will|would|should)\b/u.test(words)
  );
}

/** `[Enclosure]`, `Tab A`, `Attachment 2`: an attachment begins. */
export function looksLikeAttachment(words: string): boolean {
  return /^\[?(?:Enclosure|Inclosure|Attachment|Annex|Appendix|Tab|Sub-?enclosure|Sub-?inclosure|Attachment to)(?: (?:[A-Z]|[IVX]+|\d{1,2}|(?:No\.|Number) \d{1,2}))?(?:[–-]\d)?(?: in No\. \d{1,4}\.?)?(?:—[\p{L} ]{3,20})?\.?\]?$/iu.test(
    words,
  );
}
