import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { mailsTo, toldTo } from "@/db/read-back";
import { memberContacts } from "@/db/schema/members";
import { listExchanges } from "@/lib/exchanges/queries";
import { FIELDS } from "@/lib/members/policy";
import { getMember, getMemberContacts } from "@/lib/members/queries";
import { acceptIntroduction, askIntroduction } from "./mutations";
import { passOnIntroduction } from "./passing.mutations";
import { getThrough, listGoBetweens } from "./passing.queries";
import { getIntroduction } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

const TEXTS = ["jobTitle", "bio", "offers", "needs"] as const;

/** Somebody who shows accepted contacts where they work and how they are reached, and where they belong to every member. */
const join = (word: string) =>
  transaction(async (tx) => {
    const visibility = Object.fromEntries(FIELDS.map((field) => [field, "contacts"]));
    const texts = Object.fromEntries(TEXTS.map((field) => [field, { fr: `${word}-${field}` }]));
    const one = await makeMember(tx, {
      ...texts,
      visibility: { ...visibility, organisation: "members" },
      mayIntroduce: true,
    });
    await tx
      .update(memberContacts)
      .set({ email: `${word}@example.org`, phone: `${word}-phone`, wechat: `${word}-wechat` })
      .where(eq(memberContacts.memberId, one.memberId));
    return one;
  });

/** All that a member reads of the others, before what their mails say. */
async function readBy(who: Member, others: Member[], id: string): Promise<string> {
  const page = await getIntroduction(who, id);
  const lists = [false, true].map((isEnded) => listExchanges(who, { isEnded, page: 1 }, "fr"));
  const read: unknown[] = [page, page && (await getThrough(who, page)), await toldTo(who)];
  for (const { memberId, memberSlug } of others) {
    read.push(await getMember(who, memberSlug), await getMemberContacts(who, memberId));
    read.push(await listGoBetweens(who, memberId));
  }
  return JSON.stringify([...read, ...(await Promise.all(lists))]);
}

const mailed = async (who: Member) => JSON.stringify(await mailsTo(who));

test("nothing hidden of one opens to another on the way, and to the go-between never", async () => {
  const asker = await join("canari-asker");
  const asked = await join("canari-asked");
  const between = await join("canari-between");
  await transaction((tx) => makeOrganisation(tx, {}, [asked, between]));
  const { introductionId: id } = await transaction((tx) =>
    askIntroduction(
      tx,
      asker,
      {
        ...{ memberId: asked.memberId, locale: "fr", goBetweenId: between.memberId },
        words: "Nous cherchons quelqu’un qui connaît les douanes de Ningbo.",
      },
      "fr",
    ),
  );
  const everybody = [asker, asked, between];
  const others = (who: Member) => everybody.filter((one) => one !== who);
  const expectNothing = async (who: Member) => {
    expect((await readBy(who, others(who), id)) + (await mailed(who))).not.toContain("canari");
  };
  for (const who of everybody) await expectNothing(who);
  await transaction((tx) => passOnIntroduction(tx, between, { introductionId: id, note: "" }));
  for (const who of everybody) await expectNothing(who);
  await transaction((tx) => acceptIntroduction(tx, asked, { introductionId: id }));
  await expectNothing(between);
  for (const [who, word, never] of [
    [asker, "canari-asked", "canari-between"],
    [asked, "canari-asker", "canari-between"],
  ] as const) {
    const read = await readBy(who, others(who), id);
    expect(read).toContain(`${word}@example.org`);
    expect(read + (await mailed(who))).not.toContain(never);
    expect(JSON.stringify(await toldTo(who))).not.toContain("canari");
  }
  expect(await mailed(asker)).toContain("canari-asked@example.org");
});
