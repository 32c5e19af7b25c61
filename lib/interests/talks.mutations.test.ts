import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { renderMail } from "@/lib/core/mail/render-mail";
import { concludeInterest, type TalksState, writeMessage } from "./talks.mutations";

afterAll(closeDatabase);

async function accepted() {
  return transaction(async (tx) => {
    const owner = await makeMember(tx);
    const sender = await makeMember(tx, {}, { locale: "zh" });
    const project = await makeProject(tx, owner.memberId, { moderation: "published" });
    const interest = await makeInterest(tx, project.id, sender.memberId, { state: "accepted" });
    return { owner, sender, target: { interestId: interest.id, version: 1 } };
  });
}

const WORDS: Record<TalksState, string> = {
  "in-talks": "洽谈已开始",
  agreement: "已达成协议",
  "no-agreement": "未达成协议",
};

test.each(Object.entries(WORDS))(
  "%s is told to the other in their language",
  async (state, said) => {
    const { owner, sender, target } = await accepted();
    await transaction((tx) =>
      concludeInterest(tx, owner, { ...target, state: state as TalksState }),
    );
    const [notice] = await toldTo(sender);
    expect(notice?.kind).toBe("interestConcluded");
    expect(renderMail("interestConcluded", "zh", notice?.data ?? {}).subject).toContain(said);
  },
);

test("both conclude at once, ten times: one stands, the other is told", async () => {
  for (let round = 0; round < 10; round++) {
    const { owner, sender, target } = await accepted();
    const runs = [
      transaction((tx) => concludeInterest(tx, owner, { ...target, state: "agreement" })),
      transaction((tx) => concludeInterest(tx, sender, { ...target, state: "no-agreement" })),
    ];
    const lost = (await Promise.allSettled(runs)).flatMap((one) =>
      one.status === "rejected" ? one.reason.code : [],
    );
    expect(lost).toEqual(["conflict"]);
  }
});

test("nothing is written once it has ended, and by nobody else", async () => {
  const { owner, sender, target } = await accepted();
  const write = (who: typeof owner) =>
    transaction((tx) => writeMessage(tx, who, { interestId: target.interestId, words: "Bonjour" }));
  await write(sender);
  const stranger = await transaction((tx) => makeMember(tx));
  await expect(write(stranger)).rejects.toMatchObject({ code: "notFound" });
  await transaction((tx) => concludeInterest(tx, owner, { ...target, state: "agreement" }));
  await expect(write(sender)).rejects.toMatchObject({ code: "moveNotAllowed" });
});

test("after twenty messages within a day, one waits", async () => {
  const { owner, sender, target } = await accepted();
  const { interestId } = target;
  const write = (who: typeof owner) =>
    transaction((tx) => writeMessage(tx, who, { interestId, words: "Bonjour" }));
  for (let count = 0; count < 20; count++) await write(sender);
  await expect(write(sender)).rejects.toMatchObject({ code: "tooManyMessages" });
  await write(owner);
});
