import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { AppError } from "@/lib/core/errors";
import type { LockedEntry } from "@/lib/entries/locked.queries";
import type { NounVerbs } from "@/lib/entries/noun-verbs";
import { EXPERIENCES, type ExperienceContent, listGaps } from "./experience";
import { tellOwner } from "./notices";

/** What is an experience's own in its life. Nothing is searched by yet. */
export const EXPERIENCE_VERBS: NounVerbs = {
  ...EXPERIENCES,
  derive: async () => ({}),
  whenOnline: () => ({ confirmedAt: sql`now()` }),
  async requireReady(_tx: Transaction, _experience: LockedEntry, content: ExperienceContent) {
    const [gap] = listGaps(content);
    if (gap) throw new AppError(gap.code, { field: gap.field });
  },
  tellOwner,
};
