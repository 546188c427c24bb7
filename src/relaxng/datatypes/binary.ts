import type { Primitive } from './datatype.ts';

/** Bytes (XML Schema Part 2, sections 3.2.15 and 3.2.16). Values are kept as hexadecimal or base64 text in one spelling. */

export const hexBinary: Primitive<string> = {
  whiteSpace: 'collapse',
  parse: (literal) => (/^([0-9A-Fa-f]{2})*$/.test(literal) ? literal.toUpperCase() : undefined),
  key: (value) => value,
  length: (value) => value.length / 2,
};

const base64Form =
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?$/;

export const base64Binary: Primitive<string> = {
  whiteSpace: 'collapse',
  parse: (literal) => {
    const packed = literal.replaceAll(' ', '');
    return base64Form.test(packed) ? packed : undefined;
  },
  key: (value) => value,
  length: (value) => (value.length / 4) * 3 - (/=*$/.exec(value)?.[0].length ?? 0),
};
