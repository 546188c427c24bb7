/** What an SVG image may consist of, so that it shows something and does nothing else. */

const svg = 'http://www.w3.org/2000/svg';

/** Elements of SVG 1.1 and 2 that draw, describe or move. What is not listed (scripts, HTML, media, listeners) is taken out. */
const drawing = new Set(
  `svg g defs desc title metadata symbol use switch a view style
  path rect circle ellipse line polyline polygon image text tspan tref textPath altGlyph altGlyphDef altGlyphItem glyphRef
  marker linearGradient radialGradient meshgradient meshrow meshpatch hatch hatchpath stop solidcolor pattern clipPath mask color-profile
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
  feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
  feSpotLight feTile feTurbulence
  animate animateColor animateMotion animateTransform set mpath discard
  font glyph missing-glyph hkern vkern font-face font-face-format font-face-name font-face-src font-face-uri`.split(
    /\s+/,
  ),
);

/** Namespaces whose elements browsers and older viewers act on; elements of any other are data of a drawing program, which nothing shows. */
const acting = new Set([
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/XSL/Transform',
  'http://www.w3.org/2001/XInclude',
  'http://www.w3.org/2001/xml-events',
  'http://www.w3.org/2002/xforms',
  'http://www.mozilla.org/xbl',
  'http://www.w3.org/ns/xbl',
  'http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul',
]);

interface Named {
  readonly local: string;
  readonly uri: string;
}

export const isImageRoot = ({ local, uri }: Named): boolean => local === 'svg' && uri === svg;

/** An element that may stay where it is. */
export const isAllowedElement = ({ local, uri }: Named): boolean =>
  uri === svg ? drawing.has(local) : !acting.has(uri);

export const isStyle = ({ local, uri }: Named): boolean => local === 'style' && uri === svg;

const animations = new Set(['animate', 'animateColor', 'animateMotion', 'animateTransform', 'set']);

export const isAnimation = ({ local, uri }: Named): boolean => uri === svg && animations.has(local);

/** Whether an image element shows what its `href` holds. */
export const isPicture = ({ local, uri }: Named): boolean => uri === svg && (local === 'image' || local === 'feImage');

/** An attribute that runs what it holds when something happens. XML knows case, but no viewer need be trusted to. */
export const isHandler = (local: string): boolean => /^on/i.test(local);

/** An attribute that holds an address: `href` and `xlink:href`, whatever their prefix, and what other kinds of document have. */
export const isAddress = (local: string): boolean =>
  /^(?:href|src|srcset|action|formaction|ping|data|codebase|background)$/i.test(local);

/** What an animation may not set: addresses and handlers, under any prefix. */
export function isUnsafeTarget(attributeName: string): boolean {
  const local = attributeName.trim().replace(/^.*:/, '');
  return isHandler(local) || isAddress(local) || /^(?:base|style)$/i.test(local);
}

/** A place in the image itself. */
export const isFragment = (address: string): boolean => /^\s*(?:#|$)/.test(address);

/** A picture of pixels that is in the address itself: an SVG there would be a document again. */
export const isRasterData = (address: string): boolean =>
  /^\s*data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i.test(address);
