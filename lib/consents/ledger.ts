import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { TextsInForce } from "./consent-texts";
import { ACCEPTED_TEXTS, CONSENTS, type Consent, canGiveConsent, isPurpose } from "./policy";
import type { OwnConsent } from "./queries";

/** Where one consent stands: what lives of it, or else when it ended last. */
export type LedgerLine = {
  purpose: Consent;
  living: OwnConsent | null;
  endedAt: Date | null;
  /** The text has a newer version than the one agreed to. */
  isOutdated: boolean;
};

/** A text accepted on joining; `isOutdated` as above. */
export type AcceptedText = OwnConsent & {
  purpose: (typeof ACCEPTED_TEXTS)[number];
  isOutdated: boolean;
};

export type Ledger = {
  consents: LedgerLine[];
  accepted: AcceptedText[];
  past: OwnConsent[];
};

/** One's own ledger put in order: each consent that concerns the viewer, the texts accepted, and what has ended. */
export function readLedger(
  viewer: Viewer,
  rows: readonly OwnConsent[],
  texts: TextsInForce,
): Ledger {
  const living = (purpose: string) =>
    rows.find((row) => row.purpose === purpose && row.withdrawnAt === null) ?? null;
  const consents = CONSENTS.filter((purpose) => canGiveConsent(viewer, purpose)).map((purpose) => {
    const now = living(purpose);
    return {
      purpose,
      living: now,
      endedAt: now ? null : lastEnd(rows.filter((row) => row.purpose === purpose)),
      isOutdated: now !== null && now.textVersion < texts[purpose].version,
    };
  });
  return {
    consents,
    accepted: ACCEPTED_TEXTS.flatMap((purpose) => {
      const row = living(purpose);
      if (!row) return [];
      return { ...row, purpose, isOutdated: row.textVersion < texts[purpose].version };
    }),
    past: rows.filter(({ purpose, withdrawnAt }) => withdrawnAt !== null && isPurpose(purpose)),
  };
}

function lastEnd(rows: readonly OwnConsent[]): Date | null {
  const ends = rows.flatMap(({ withdrawnAt }) => withdrawnAt?.getTime() ?? []);
  return ends.length > 0 ? new Date(Math.max(...ends)) : null;
}
