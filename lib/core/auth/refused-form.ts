import "server-only";
import type { ErrorCode } from "../errors";
import type { FormValues } from "../form-state";
import { readRequest } from "./request";

/** Why a posted form was refused, and the longer texts that were typed in it. */
export type RefusedForm = { message: string; typed: string[] };

const KEEP_MS = 30_000;

/** Anybody can have forms refused: what all of them leave behind is bounded, and the oldest goes first. */
const MOST_KEPT = 200;
const MOST_SIGNS = 4_000_000;
const MOST_SIGNS_OF_TEXT = 20_000;

/** Refused before a person's text matters: by a flood, or by another site. */
const NEVER_KEPT: readonly ErrorCode[] = ["tooManyRequests", "foreignOrigin"];

type Kept = RefusedForm & { signs: number; timer: NodeJS.Timeout };

const kept = new Map<string, Kept>();
let signsKept = 0;

/**
 * Keeps a refusal for the page that is drawn in answer to the same post, to a browser without JavaScript, or where it
 * `isRedrawn` to any: what was refused may not be offered on that page any more, and then no form there can say why or
 * give the text back. Each text is cut after 20,000 UTF-16 units.
 */
export async function keepRefusal(
  code: ErrorCode,
  message: string,
  values: FormValues,
  isRedrawn = false,
): Promise<void> {
  const { requestId, wantsPage } = await readRequest();
  if (!(wantsPage || isRedrawn) || requestId === "" || NEVER_KEPT.includes(code)) return;
  drop(requestId);
  const typed = typedTexts(values).map(cut);
  const signs = typed.reduce((sum, { length }) => sum + length, message.length);
  const timer = setTimeout(() => drop(requestId), KEEP_MS).unref();
  kept.set(requestId, { message, typed, signs, timer });
  signsKept += signs;
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT && signsKept <= MOST_SIGNS) break;
    drop(oldest);
  }
}

function drop(requestId: string): void {
  const dropped = kept.get(requestId);
  if (!dropped) return;
  clearTimeout(dropped.timer);
  kept.delete(requestId);
  signsKept -= dropped.signs;
}

/** A string that is cut off a long one may hold on to all of it; a copy does not. */
function cut(text: string): string {
  if (text.length <= MOST_SIGNS_OF_TEXT) return text;
  const head = text.slice(0, MOST_SIGNS_OF_TEXT).replace(/[\uD800-\uDBFF]$/, "");
  return Buffer.from(head).toString();
}

/** The refusal of the post that the page answers; null for any other request. */
export async function findRefusal(): Promise<RefusedForm | null> {
  const found = kept.get((await readRequest()).requestId);
  return found ? { message: found.message, typed: found.typed } : null;
}

/** What a person wrote, as opposed to keys, slugs, days and numbers. */
export function typedTexts(values: FormValues): string[] {
  return Object.values(values)
    .flat()
    .filter((text) => /\p{L}\s+\p{L}|\p{Script=Han}{2}/u.test(text));
}
