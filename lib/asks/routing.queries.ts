import "server-only";
import { sql } from "drizzle-orm";
import { hasBlocked } from "@/db/blocked";
import type { Reader } from "@/db/client";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { findFitting } from "@/lib/matching/candidates.queries";
import { MOST_ASKED } from "./ask";
import { askFacts } from "./ask-facts";
import type { Asked } from "./notices";

type Asking = { slug: string; title: LocalizedText; originalLocale: Locale };

/**
 * Whom a member's question is sent to: seven at most, those who fit best by what all members see of them, and nobody who does
 * not come near. Always the same for the same club. Never the asker, a
 * colleague, whom the asker has blocked, nor whoever is not an active member in the directory. Who has blocked the asker is
 * found like anybody else: how many there are must not say it (`listBlockers`).
 */
export async function findAsked(
  db: Reader,
  viewer: Viewer & { memberId: string },
  { slug, title, originalLocale }: Asking,
): Promise<Asked[]> {
  const isOpen = sql`not ${hasBlocked(viewer.memberId, members.id)}`;
  const facts = askFacts(slug, title);
  const fitting = await findFitting(db, viewer, facts, originalLocale, MOST_ASKED, { isOpen });
  return fitting.flatMap(({ row, match: { isNear, reasons } }) => {
    const [first] = reasons;
    return isNear && first ? [{ memberId: row.id, reason: first.reason }] : [];
  });
}
