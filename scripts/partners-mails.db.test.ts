import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { mailsTo } from "@/db/read-back";
import { notices } from "@/db/schema/notices";
import { record } from "@/lib/core/events/record";
import type { MailKind } from "@/lib/core/mail/render-mail";

afterAll(closeDatabase);

/** What a partner is told from their first question on a project to the end of their first week in its room. */
const WAY: readonly MailKind[] = [
  ...(["questionAnswered", "translationAccepted", "translationPublished"] as const),
  ...(["interestMoreAsked", "interestMessage", "interestAccepted"] as const),
  ...(["roomPersonJoined", "roomMention", "roomMention", "roomLead", "roomPersonJoined"] as const),
  ...(["roomInvitationAccepted", "roomPersonJoined", "roomMention", "roomPersonLeft"] as const),
  ...(["roomInvitationDeclined", "roomClosed", "roomReopened", "experienceEndorsed"] as const),
  ...(["invitationAccepted", "interestConcluded", "projectTakenOver", "roomPersonJoined"] as const),
];

test("on a partner's way 23 are told; 7 come by mail at once, the others in one digest a week", async () => {
  const { accountId } = await transaction((tx) => makeMember(tx));
  for (const kind of WAY) {
    const event = { name: "room.told", subjectType: "room", subjectId: randomUUID() } as const;
    await transaction((tx) =>
      record(tx, null, event, { tell: () => [{ kind, to: { accountId }, facts: {} }] }),
    );
  }
  const told = await query((db) => db.$count(notices, eq(notices.accountId, accountId)));
  expect(told).toBe(23);
  expect((await mailsTo({ accountId })).map(({ kind }) => kind)).toEqual([
    ...["questionAnswered", "interestMoreAsked", "interestMessage", "interestAccepted"],
    ...["roomMention", "roomMention", "roomMention"],
  ]);
});
