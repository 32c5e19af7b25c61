import { createHash } from "node:crypto";

/** Another one as soon as a text is another: 22 letters of its SHA-256. */
export const digestOf = (text: string): string =>
  createHash("sha256").update(text).digest("base64url").slice(0, 22);

/** The answer, 304, to whoever asks again for what these headers mark and has it; null to everybody else. */
export function knownAnswer(
  request: Request,
  headers: { ETag: string; "Cache-Control": string },
): Response | null {
  if (request.headers.get("if-none-match") !== headers.ETag) return null;
  return new Response(null, { status: 304, headers });
}
