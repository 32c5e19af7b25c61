import type errorMessages from "./i18n/messages/en/errors.json";

/** Every refusal the portal can give; a code without a message in each language does not compile. */
export type ErrorCode = keyof typeof errorMessages;

/** A code as the message of a schema: one that does not exist does not compile. */
export const code = (value: ErrorCode): ErrorCode => value;

export type ErrorValues = Record<string, string | number>;

/** A refusal that a person is told about, in words of their language. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** The form field the refusal is about, if any. */
  readonly field: string | undefined;
  readonly values: ErrorValues;

  constructor(code: ErrorCode, about: { field?: string; values?: ErrorValues } = {}) {
    super(code);
    this.name = "AppError";
    this.code = code;
    this.field = about.field;
    this.values = about.values ?? {};
  }
}

/** Whether somebody was there first: what was looked for is gone, or has changed since it was read. */
export const isOvertaken = (error: unknown): boolean =>
  error instanceof AppError && (error.code === "notFound" || error.code === "conflict");

/** The last line of every policy: what may not be done is refused as if it did not exist. */
export function authorize(allowed: boolean, code: ErrorCode = "notFound"): asserts allowed {
  if (!allowed) throw new AppError(code);
}
