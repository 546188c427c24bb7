/** Months as they are written in English, German and French, by their first three letters. */
const months: Readonly<Record<string, number>> = {
  jan: 1,
  jän: 1,
  feb: 2,
  fév: 2,
  mar: 3,
  mär: 3,
  apr: 4,
  avr: 4,
  may: 5,
  mai: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  aoû: 8,
  sep: 9,
  oct: 10,
  okt: 10,
  nov: 11,
  dec: 12,
  dez: 12,
  déc: 12,
};

const two = (value: number | string): string => String(value).padStart(2, '0');

/** October 26, 1962; 26 October 1962; 26. Oktober 1962; October 1962: the date as an ISO date. */
export function readMonth(text: string): string[] {
  const name = /\p{L}{3,}/u.exec(text)?.[0].toLowerCase();
  const month =
    name === undefined
      ? undefined
      : name.startsWith('juil')
        ? 7
        : name.startsWith('juin')
          ? 6
          : months[name.slice(0, 3)];
  if (month === undefined) return [];
  const numbers = text.match(/\d+/g) ?? [];
  const year = numbers.find((one) => one.length === 4);
  const day = numbers.find((one) => one.length <= 2);
  if (year === undefined) return day === undefined ? [] : [`--${two(month)}-${two(day)}`];
  return day === undefined ? [`${year}-${two(month)}`] : [`${year}-${two(month)}-${two(day)}`];
}

/**
 * 1962-5-6, 1962/10/26, 19621026, 26.10.1962, 10/26/1962, and months and days that changed places, as ISO dates; several where a date can
 * be read in several ways, the likelier first.
 */
export function readDigits(text: string): string[] {
  const [first, second, third] = text.split(/[-/. ]+/).filter((part) => /^\d+$/.test(part));
  const packed = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (packed !== null) return [`${packed[1]}-${packed[2]}-${packed[3]}`];
  if (first === undefined || second === undefined) return first?.length === 3 ? [`0${first}`] : [];
  if (first.length === 4) {
    if (third === undefined) return [`${first}-${two(second)}`];
    return [`${first}-${two(second)}-${two(third)}`, `${first}-${two(third)}-${two(second)}`];
  }
  if (third?.length !== 4) return [];
  const european = `${third}-${two(second)}-${two(first)}`;
  const american = `${third}-${two(first)}-${two(second)}`;
  return text.includes('/') ? [american, european] : [european, american];
}

const monthNames = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

/** Why a date that is written as one should be cannot be: its month or its day does not exist. Undefined where that is not what is wrong. */
export function impossibleDate(text: string): string | undefined {
  const parts = /^-?(\d{4})-(\d\d)(?:-(\d\d))?/.exec(text.trim());
  if (parts === null) return undefined;
  const [, year, month, day] = parts.map(Number) as [number, number, number, number];
  const name = monthNames[month - 1];
  if (name === undefined) return `there is no month ${month}`;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > days) return `${name} ${year} has ${days} days`;
  return day === 0 ? 'there is no day 0' : undefined;
}
