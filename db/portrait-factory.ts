import { eq } from "drizzle-orm";
import type { Transaction } from "./client";
import { makeFile } from "./factories";
import { members } from "./schema/members";

/** For the tests: gives a member a portrait in its three sizes; its key. */
export async function makePortrait(
  tx: Transaction,
  memberId: string,
  content = Buffer.from("a portrait"),
): Promise<string> {
  const keep = () => makeFile(tx, { kind: "image", content, width: 1, height: 1 });
  const portraitId = await keep();
  const others = { portraitMediumId: await keep(), portraitSmallId: await keep() };
  await tx
    .update(members)
    .set({ portraitId, ...others })
    .where(eq(members.id, memberId));
  return portraitId;
}
