import { eq } from "drizzle-orm";
import type { Transaction } from "./client";
import type { KeptAnswer } from "./enums";
import { introductionAnswers, introductions } from "./schema/introductions";

/** An introduction that waits until 2099, with its answer if it has one; `values` may say that it ended since. */
export async function makeIntroduction(
  tx: Transaction,
  askedBy: string,
  asked: string,
  answer?: KeptAnswer,
  values: Partial<typeof introductions.$inferInsert> = {},
): Promise<string> {
  const [row] = await tx
    .insert(introductions)
    .values({ askedBy, asked, words: "", locale: "fr", ...values, endsOn: "2099-12-31" })
    .returning({ id: introductions.id });
  if (!row) throw new Error("no introduction was made");
  const { endsOn } = values;
  const introductionId = row.id;
  // One is answered as long as it waits, and no accepted one ends.
  if (answer) await tx.insert(introductionAnswers).values({ introductionId, answer });
  if (endsOn) {
    await tx.update(introductions).set({ endsOn }).where(eq(introductions.id, introductionId));
  }
  return introductionId;
}
