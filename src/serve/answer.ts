/** What a server answers: values only, so that every answer can be tried without a connection. */

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that cannot be answered: `400` it is wrong, `404` there is no such thing. */
export class Refusal extends Error {
  readonly status: 400 | 404;

  constructor(status: 400 | 404, message: string) {
    super(message);
    this.status = status;
  }
}

/** Why there is no answer, for people and programs (RFC 9457). */
export const refused = (status: number, detail: string): Reply => ({
  status,
  type: 'application/problem+json',
  body: `${JSON.stringify({ status, detail })}\n`,
});
