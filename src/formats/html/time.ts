const day =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]{1,3})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?$/;

const daysOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** May the value be in `time/@datetime` (HTML 4.5.14)? A year, a month, a day that there is, or a day with its hour. */
export function isHtmlTime(value: string): boolean {
  if (/^[0-9]{4}$/.test(value)) return value !== '0000';
  if (/^[0-9]{4}-(0[1-9]|1[0-2])$/.test(value)) return !value.startsWith('0000');
  const parts = day.exec(value);
  if (parts === null) return false;
  const [year, month, date, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0));
  if (year! < 1 || month! < 1 || month! > 12 || date! < 1 || date! > daysOf(year!, month!)) return false;
  return hour! < 24 && minute! < 60 && second! < 60;
}
