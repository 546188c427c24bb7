import type { Primitive } from './datatype.ts';

/** Lengths of time (XML Schema Part 2, section 3.2.6). */
interface Duration {
  readonly months: bigint;
  /** In units of 10^-`scale` seconds. */
  readonly seconds: bigint;
  readonly scale: number;
}

const form = /^(-?)P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?$/;

function read(literal: string): Duration | undefined {
  const match = form.exec(literal);
  if (match === null) return undefined;
  const part = (group: number): bigint => BigInt(match[group] ?? '0');
  const sign = match[1] === '-' ? -1n : 1n;
  const fraction = (match[8] ?? '').replace(/0+$/, '');
  const whole = part(4) * 86400n + part(5) * 3600n + part(6) * 60n + part(7);
  const scaled = whole * 10n ** BigInt(fraction.length) + BigInt(fraction || '0');
  return { months: sign * (part(2) * 12n + part(3)), seconds: sign * scaled, scale: fraction.length };
}

/** The days of so many months from the four dates that decide about the order (section 3.2.6.2): all others lie between them. */
const referenceMonths = [1696 * 12 + 8, 1697 * 12 + 1, 1903 * 12 + 2, 1903 * 12 + 6];

function daysUpTo(months: bigint): bigint {
  const y = months >= 0n ? months / 12n : -((-months + 11n) / 12n);
  const m = Number(months - y * 12n);
  const century = (divisor: bigint): bigint => (y >= 0n ? (y - 1n) / divisor : -((-y + divisor) / divisor));
  const leapYear = y % 4n === 0n && (y % 100n !== 0n || y % 400n === 0n);
  const before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][m]!;
  return y * 365n + century(4n) - century(100n) + century(400n) + BigInt(before + (m > 1 && leapYear ? 1 : 0));
}

function compare(a: Duration, b: Duration): number {
  const scale = Math.max(a.scale, b.scale);
  const unit = 10n ** BigInt(scale);
  const total = (value: Duration, start: number): bigint =>
    daysUpTo(BigInt(start) + value.months) * 86400n * unit + value.seconds * 10n ** BigInt(scale - value.scale);
  const orders = referenceMonths.map((start) => {
    const difference = total(a, start) - total(b, start);
    return difference === 0n ? 0 : difference < 0n ? -1 : 1;
  });
  return orders.every((order) => order === orders[0]) ? orders[0]! : NaN;
}

export const duration: Primitive<Duration> = {
  whiteSpace: 'collapse',
  parse: read,
  key: ({ months, seconds, scale }) => `${months} ${seconds}/${scale}`,
  compare,
};
