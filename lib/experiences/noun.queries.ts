import "server-only";
import { sql } from "drizzle-orm";
import { experiences } from "@/db/schema/experiences";
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
  derive: (tx, experience: Locked & ExperienceContent) => findShown(tx, experience),
  trusts: (tx, experience: Locked) => trustsAuthor(tx, experience),
  // Whoever contradicts it while an edit is read is not answered by that edit.
  whenOnline: (saidAt) => ({ confirmedAt: sql`greatest(${experiences.confirmedAt}, ${saidAt})` }),
  async requireReady(tx, experience: Locked, content: ExperienceContent, { agreed }) {
    refuseGaps([...listGaps(content), ...(await findTelling(tx, experience, content))]);
    const named = agreed ? [] : await findNamed(tx, experience.ownerId, content);
    if (named.length === 0) return;
    throw new AppError("namesPeople", { field: "agreed", values: { found: named.join(" · ") } });
  },
  requireFile: (tx, experience: Locked, file) => requireNamelessFile(tx, experience, file),
  tellOwner,
  async findIdentities(tx, experience: Locked, content: Partial<ExperienceContent>) {
    const telling = await findTelling(tx, experience, content);
    return telling.map(({ field, values }) => ({ field, found: values?.found ?? "" }));
  },
};
