import { randomUUID } from "node:crypto";
import { makeAsk } from "@/db/ask-factory";
import { entryQuestions } from "@/db/schema/entry-parts";
import { ACTIVE, type Ground, type Owner, type Reader, TEAM } from "./canary-words";

type Side = Record<"owner" | "partner", Owner>;

/** What members ask the club and answer: members alone read it, and what was taken down its owner and the team. */
export async function plantAsks(ground: Ground, sides: Side): Promise<void> {
  await plant(ground, sides, ACTIVE, {});
  await plant(ground, sides, TEAM, { hiddenAt: new Date() });
}

async function plant(
  { tx, sow, paths, marks, unlisted }: Ground,
  { owner, partner }: Side,
  may: Reader[],
  hidden: { hiddenAt?: Date },
): Promise<void> {
  const word = sow(`ask.title${hidden.hiddenAt ? " taken down" : ""}`, owner.accountId, may);
  const slug = `canary-${randomUUID()}`;
  const { id } = await makeAsk(tx, owner.memberId, {
    ...{ slug, moderation: "published", title: { fr: word }, searchMembers: word },
    ...hidden,
  });
  const said = sow("entry_questions.words under an ask", [owner.accountId, partner.accountId], may);
  await tx
    .insert(entryQuestions)
    .values({ entryId: id, memberId: partner.memberId, locale: "fr", words: said });
  paths.push("/ask", `/ask/${slug}`, `/admin/asks/${id}`);
  marks.push(slug);
  unlisted.push(slug);
}
