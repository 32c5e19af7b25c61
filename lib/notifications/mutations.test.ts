import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { mails } from "@/db/schema/mail";
import { MAIL_GROUPS } from "@/lib/core/mail/mail-groups";
import { queueMail } from "@/lib/core/mail/queue-mail";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { readUnsubscribeToken, unsubscribeToken } from "@/lib/core/mail/unsubscribe-token";
import { chooseMails, chooseRhythm, resumeMails, stopMails } from "./mutations";
import { getLinkedMails, getMailChoices } from "./queries";
import { chooseMailsInput, chooseRhythmInput } from "./schema";

let member: Awaited<ReturnType<typeof makeMember>>;

beforeEach(async () => {
  member = await transaction((tx) => makeMember(tx));
});

afterAll(closeDatabase);

const wantedBy = async (viewer: typeof member) => (await getMailChoices(viewer)).wanted;

const linkTo = (group: (typeof MAIL_GROUPS)[number]) => ({ accountId: member.accountId, group });

async function sent(...kinds: MailKind[]) {
  const { accountId } = member;
  await transaction(async (tx) => {
    for (const kind of kinds) await queueMail(tx, { accountId, kind, data: {} });
  });
  const rows = await query((db) =>
    db.select({ kind: mails.kind }).from(mails).where(eq(mails.accountId, accountId)),
  );
  return rows.map(({ kind }) => kind).sort();
}

async function events() {
  const rows = await query((db) =>
    db
      .select({ name: auditEvents.name, actorId: auditEvents.actorId })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, member.accountId))
      .orderBy(auditEvents.id),
  );
  return rows;
}

describe("one's own choice", () => {
  test("a mail of a group that is off is not queued; what cannot be switched off is", async () => {
    const wanted = MAIL_GROUPS.filter((group) => group !== "organisations");
    await transaction((tx) => chooseMails(tx, member, { wanted }));
    expect(await wantedBy(member)).toEqual(wanted);
    const kinds = await sent("affiliationRequested", "activityRemoved", "passwordChanged");
    expect(kinds).toEqual(["activityRemoved", "passwordChanged"]);
    expect(await events()).toEqual([{ name: "account.mails-chosen", actorId: member.accountId }]);
  });

  test("with everything off, security still writes; ticked again, all comes back", async () => {
    await transaction((tx) => chooseMails(tx, member, { wanted: [] }));
    // What was not offered is as it was, for whoever joins the team later.
    expect(await wantedBy(member)).toEqual(["team"]);
    expect(await sent("affiliationRequested", "signInCode")).toEqual(["signInCode"]);
    await transaction((tx) => chooseMails(tx, member, { wanted: MAIL_GROUPS }));
    expect(await wantedBy(member)).toEqual(MAIL_GROUPS);
    expect(await sent("affiliationRequested")).toContain("affiliationRequested");
  });

  test.each([
    ["suspended", []],
    ["lapsed", ["roomMention"]],
    ["left", []],
  ] as const)(
    "an account that is %s gets what is always sent, and of what it reads %j",
    async (status, alsoSent) => {
      const isIt = eq(accounts.id, member.accountId);
      await transaction((tx) => tx.update(accounts).set({ status }).where(isIt));
      const kinds = await sent("questionAnswered", "roomMention", "accountSuspended");
      expect(kinds).toEqual(["accountSuspended", ...alsoSent]);
    },
  );

  test("what was switched off since the form was opened stays off, and what was switched on stays on", async () => {
    const [stopped, left] = ["organisations", "digest"] as const;
    const shown = MAIL_GROUPS.filter((group) => group !== left);
    await transaction((tx) => chooseMails(tx, member, { wanted: shown }));
    await transaction((tx) => stopMails(tx, linkTo(stopped)));
    await transaction((tx) => resumeMails(tx, linkTo(left)));
    const [switched, ...wanted] = shown.filter((group) => group !== "team");
    const input = chooseMailsInput.parse({ shown: shown.join(" "), wanted });
    await transaction((tx) => chooseMails(tx, member, input));
    const kept = MAIL_GROUPS.filter((group) => group !== stopped && group !== switched);
    expect(await wantedBy(member)).toEqual(kept);
  });

  test("is nobody else's", async () => {
    const other = await transaction((tx) => makeMember(tx));
    await transaction((tx) => chooseMails(tx, member, { wanted: [] }));
    expect(await wantedBy(other)).toEqual(MAIL_GROUPS);
  });
});

describe("when the digest comes", () => {
  test("one says once, by the clock of a zone and how often; the zone alone leaves the rest", async () => {
    const unsaid = { rhythm: "weekly", timeZone: null };
    expect(await getMailChoices(member)).toMatchObject(unsaid);
    const said = { timeZone: "Asia/Shanghai", rhythm: "daily" } as const;
    await transaction((tx) => chooseRhythm(tx, member, said));
    expect(await getMailChoices(member)).toMatchObject(said);
    await transaction((tx) => chooseRhythm(tx, member, { timeZone: "Europe/Paris" }));
    expect(await getMailChoices(member)).toMatchObject({ ...said, timeZone: "Europe/Paris" });
    expect((await events()).map(({ name }) => name)).toEqual(
      Array(2).fill("account.rhythm-chosen"),
    );
    const other = await transaction((tx) => makeMember(tx));
    expect(await getMailChoices(other)).toMatchObject(unsaid);
  });

  test.each([
    ["Mars/Olympus", "timeZoneUnknown"],
    ["+02:00", "timeZoneUnknown"],
    ["Europe/Paris'--", "timeZoneUnknown"],
    ["a".repeat(400), "timeZoneUnknown"],
    ["", "timeZoneUnknown"],
  ])("%s is no zone", (timeZone, message) => {
    const { error } = chooseRhythmInput.safeParse({ timeZone });
    expect(error?.issues.map((issue) => issue.message)).toEqual([message]);
    expect(chooseRhythmInput.safeParse({ timeZone: "UTC", rhythm: "hourly" }).success).toBe(false);
  });
});

describe("a mail's link", () => {
  test("switches its group off, twice is once, and on again, by nobody who is signed in", async () => {
    const link = linkTo("rooms");
    const token = unsubscribeToken(link);
    expect(await getLinkedMails(token)).toEqual({ group: "rooms", isOff: false });
    await transaction((tx) => stopMails(tx, readUnsubscribeToken(token)));
    await transaction((tx) => stopMails(tx, readUnsubscribeToken(token)));
    expect(await getLinkedMails(token)).toEqual({ group: "rooms", isOff: true });
    expect(await wantedBy(member)).toEqual(MAIL_GROUPS.filter((one) => one !== "rooms"));
    await transaction((tx) => resumeMails(tx, link));
    expect(await wantedBy(member)).toEqual(MAIL_GROUPS);
    expect(await events()).toEqual([
      { name: "account.mails-stopped", actorId: null },
      { name: "account.mails-stopped", actorId: null },
      { name: "account.mails-resumed", actorId: null },
    ]);
  });

  test("that is not ours, or whose account is gone, is refused in clear words; none gives a consent", async () => {
    const gone = { accountId: randomUUID(), group: "rooms" } as const;
    for (const link of [null, gone]) {
      await expect(transaction((tx) => stopMails(tx, link))).rejects.toMatchObject({
        code: "mailLinkWrong",
      });
      await expect(transaction((tx) => resumeMails(tx, link))).rejects.toMatchObject({
        code: "mailLinkWrong",
      });
    }
    const newsletter = { accountId: member.accountId, group: "newsletter" } as const;
    const consent = transaction((tx) => resumeMails(tx, newsletter));
    await expect(consent).rejects.toMatchObject({ code: "mailLinkWrong" });
    expect(await getLinkedMails(unsubscribeToken(gone))).toBeNull();
    expect(await getLinkedMails("nonsense")).toBeNull();
  });
});
