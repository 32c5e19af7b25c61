import "server-only";
import { PORTAL_TEXTS, type TextsInForce } from "./consent-texts";

/** The texts that are agreed to today, read once for a page or a transaction. */
export async function readTextsInForce(): Promise<TextsInForce> {
  return PORTAL_TEXTS;
}
