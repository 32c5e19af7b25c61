import type { Viewer } from "@/lib/core/auth/viewer-type";

/** What one agrees to and takes back, each apart from the others. */
export const CONSENTS = [
  "members-directory",
  "public-directory",
  "newsletter",
  "transfer-to-france",
  "event-photographs",
] as const;

/** Texts read and accepted on joining: kept in the same ledger, ended by leaving the club only. */
export const ACCEPTED_TEXTS = ["charter", "privacy-notice"] as const;

export type Consent = (typeof CONSENTS)[number];

/** Slug of `consentPurposes`. */
export type Purpose = Consent | (typeof ACCEPTED_TEXTS)[number];

export const PURPOSES: readonly Purpose[] = [...ACCEPTED_TEXTS, ...CONSENTS];

/** A consent, or a text that is accepted on joining. */
export function isPurpose(value: string): value is Purpose {
  return (PURPOSES as readonly string[]).includes(value);
}

/** Without the texts that are accepted on joining: those are not taken back one by one. */
export function isConsent(value: string): value is Consent {
  return (CONSENTS as readonly string[]).includes(value);
}

/** The two directories list profiles: a club account without one has nothing to agree to there. */
function concernsProfile(purpose: Consent): boolean {
  return purpose === "members-directory" || purpose === "public-directory";
}

/** For oneself, whatever the state of the membership. */
export function canGiveConsent(viewer: Viewer | null, purpose: Purpose): viewer is Viewer {
  if (!viewer || !isConsent(purpose)) return false;
  return viewer.memberId !== null || !concernsProfile(purpose);
}

/** As easily as it was given, and never for somebody else. */
export function canWithdrawConsent<One extends { accountId: string }>(
  holder: One | null,
  consent: { purpose: Purpose; accountId: string | null },
): holder is One {
  return holder !== null && holder.accountId === consent.accountId && isConsent(consent.purpose);
}
