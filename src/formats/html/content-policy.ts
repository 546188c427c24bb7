/**
 * What a page may load and do (Content Security Policy Level 3), in the page itself, so that it holds on a disk and on any host. A page loads its
 * stylesheet and images from the edition and nothing else; it sends no form and sits on no foreign base address. Pages of texts and the page that searches
 * run scripts of the edition, in which there are none but ours; all other pages run none.
 */

/** `'self'` is the edition on a host; `file:` is the edition on a disk, where browsers do not agree on what `'self'` means. */
const edition = "'self' file:";

const policyOf = (runsScripts: boolean): string =>
  [
    "default-src 'none'",
    ...(runsScripts ? [`script-src ${edition}`] : []),
    `style-src ${edition}`,
    // Notes are placed next to their calls by anchor names, which each page sets in style attributes.
    "style-src-attr 'unsafe-inline'",
    `img-src ${edition}`,
    `font-src ${edition}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const metaOf = (policy: string): string => `<meta http-equiv="Content-Security-Policy" content="${policy}"/>`;

const policyMeta = metaOf(policyOf(false));
const policyWithScripts = metaOf(policyOf(true));

/** A page with the policy as the first thing in its head, before anything is loaded; undefined where the page has no head. */
export function withPolicy(page: string, runsScripts = false): string | undefined {
  const head = /<head(?:\s[^<>]*)?>/.exec(page);
  if (!head) return undefined;
  const at = head.index + head[0].length;
  return `${page.slice(0, at)}\n${runsScripts ? policyWithScripts : policyMeta}${page.slice(at)}`;
}
