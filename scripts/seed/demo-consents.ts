import { PORTAL_TEXTS } from "@/lib/consents/consent-texts";
import { isPurpose } from "@/lib/consents/policy";

/** The version of the text that a purpose of the seed files stands for. */
export function versionOf(purpose: string): number {
  if (!isPurpose(purpose)) throw new Error(`unknown consent ${purpose}`);
  return PORTAL_TEXTS[purpose].version;
}
