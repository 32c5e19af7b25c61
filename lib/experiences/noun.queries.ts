import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { AppError } from "@/lib/core/errors";
import type { LockedEntry } from "@/lib/entries/locked.queries";
import { refuseGaps } from "@/lib/entries/missing-fields";
import type { NounVerbs } from "@/lib/entries/noun-verbs";
import { requireNamelessFile } from "@/lib/projects/identity.queries";
import { findNamed, findTelling } from "./checks.queries";
import { EXPERIENCES, type ExperienceContent, listGaps } from "./experience";
import { tellOwner } from "./notices";
import { findShown } from "./shown.queries";
import { trustsAuthor } from "./trust.queries";

type Locked = LockedEntry<"experience">;

/** What is an experience's own in its life. */
export const EXPERIENCE_VERBS: NounVerbs = {
  ...EXPERIENCES,
  derive(tx: Transaction, experience: Locked & ExperienceContent) {
    return findShown(tx, experience);
  },
  trusts: (tx: Transaction, experience: Locked) => trustsAuthor(tx, experience),
  whenOnline: () => ({ confirmedAt: sql`now()` }),
  async requireReady(tx: Transaction, experience: Locked, content: ExperienceContent) {
    refuseGaps([...listGaps(content), ...(await findTelling(tx, experience, content))]);
  },
  requireFile: (tx, experience: Locked, file) => requireNamelessFile(tx, experience, file),
  tellOwner,
  async findIdentities(tx: Transaction, experience: Locked, content: Partial<ExperienceContent>) {
    const telling = await findTelling(tx, experience, content);
    return telling.map(({ field, values }) => ({ field, found: values?.found ?? "" }));
  },
};

/** The same to hand in by as long as it is not said that whom it names agree: told on `agreed`. */
export const ASKING_VERBS: NounVerbs = {
  ...EXPERIENCE_VERBS,
  async requireReady(tx: Transaction, experience: Locked, content: ExperienceContent) {
    await EXPERIENCE_VERBS.requireReady(tx, experience, content);
    const named = await findNamed(tx, experience.ownerId, content);
    if (named.length === 0) return;
    throw new AppError("namesPeople", { field: "agreed", values: { found: named.join(" · ") } });
  },
};
