import "server-only";
import type { FormValues } from "../form-state";
import { readRequest } from "./request";

/** Why a posted form was refused, and the longer texts that were typed in it. */
export type RefusedForm = { message: string; typed: string[] };

const KEEP_MS = 30_000;

const kept = new Map<string, RefusedForm>();

/**
 * Keeps a refusal for the page that is drawn in answer to the same post, by a browser without JavaScript: what was
 * refused may not be offered on that page any more, and then no form there can say why or give the text back.
 */
export async function keepRefusal(message: string, values: FormValues): Promise<void> {
  const { requestId, wantsPage } = await readRequest();
  if (!wantsPage || requestId === "") return;
  kept.set(requestId, { message, typed: typedTexts(values) });
  setTimeout(() => kept.delete(requestId), KEEP_MS).unref();
}

/** The refusal of the post that the page answers; null for any other request. */
export async function findRefusal(): Promise<RefusedForm | null> {
  return kept.get((await readRequest()).requestId) ?? null;
}

/** What a person wrote, as opposed to keys, slugs, days and numbers. */
export function typedTexts(values: FormValues): string[] {
  return Object.values(values)
    .flat()
    .filter((text) => /\p{L}\s+\p{L}|\p{Script=Han}{2}/u.test(text));
}
