/** Dates in numbers. */

export interface DatePoint {
  /** Astronomical: 0 is 1 BC. */
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** 21 is spring, 24 winter (ISO 8601-2, 4.8). */
  readonly season?: number;
}

export interface KnownDate {
  readonly start?: DatePoint;
  readonly end?: DatePoint;
  readonly isInterval: boolean;
  /** It is one date, of which only the limits are known (`notBefore`, `notAfter`). */
  readonly isBetween: boolean;
  readonly isUncertain: boolean;
  readonly isApproximate: boolean;
}
