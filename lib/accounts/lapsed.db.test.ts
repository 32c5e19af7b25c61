import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeExperience } from "@/db/experience-factory";
import { makeAccount, makeActivity, makeMember, makeProject } from "@/db/factories";
import { makePortrait } from "@/db/portrait-factory";
import { eventsOn, mailsTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { consents } from "@/db/schema/consents";
import { getActivity } from "@/lib/activities/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { addDays, today } from "@/lib/core/dates";
import { getExperience } from "@/lib/experiences/queries";
import { getPortrait } from "@/lib/members/portraits.queries";
import { getProject } from "@/lib/projects/queries";
import { closeLapsed } from "./closing.mutations";
import { lapseAccount, reinstateAccount } from "./mutations";
import { OPEN_DAYS } from "./policy";

afterAll(closeDatabase);

const administrator = () => transaction((tx) => makeAccount(tx, { role: "administrator" }));

/** A member with one of everything that visitors read, whose membership has lapsed. */
async function makeLapsed() {
  const admin = await administrator();
  const made = await transaction(async (tx) => {
    const owner = await makeMember(tx, { visibility: { portrait: "public" } });
    const agreed = { purpose: "public-directory", textVersion: 1, locale: "fr" } as const;
    await tx.insert(consents).values({ accountId: owner.accountId, ...agreed });
    const portraitId = await makePortrait(tx, owner.memberId);
    const online = { moderation: "published", publishedAt: new Date("2020-01-01") } as const;
    const title = { fr: "Soie" };
    const project = await makeProject(tx, owner.memberId, { ...online, title });
    const open = { ...online, title, teaser: title };
    const experience = await makeExperience(tx, owner.memberId, open);
    const activity = await makeActivity(tx, owner.memberId, { title, visibility: "public" });
    return { owner, portraitId, project, experience, activity, reader: await makeMember(tx) };
  });
  const { accountId } = made.owner;
  await transaction((tx) => lapseAccount(tx, admin, { accountId, version: 1 }));
  return { ...made, admin };
}

type Lapsed = Awaited<ReturnType<typeof makeLapsed>>;

async function seenBy(viewer: Viewer | null, made: Lapsed): Promise<string> {
  const seen = {
    project: await getProject(viewer, made.project.slug),
    experience: await getExperience(viewer, made.experience.slug),
    activity: await getActivity(viewer, made.activity.slug, "fr"),
    portrait: await getPortrait(viewer, made.portraitId, 48),
  };
  return Object.entries(seen)
    .flatMap(([name, found]) => (found ? [name] : []))
    .join(" ");
}

/** In which lists it stands, for whom. */
async function lines({ owner, project, experience, activity }: Lapsed): Promise<string> {
  const ids = sql.join(
    [owner.memberId, project.id, experience.id, activity.id].map((id) => sql`${id}`),
    sql`, `,
  );
  const rows = await query((db) =>
    db.execute<{ one: string }>(sql`select kind || ' to ' || audience as one from search_lines
      where subject_id in (${ids}) and audience in ('public', 'members') order by one`),
  );
  return rows.map(({ one }) => one).join(", ");
}

const ALL = "project experience activity portrait";
const TO_MEMBERS = ["activity", "experience", "member", "project"].map(
  (one) => `${one} to members`,
);
const TO_ALL =
  "activity to members, activity to public, experience to members, experience to public, member to members, project to members, project to public";
const later = (days: number) => addDays(today(), days);

test("what is theirs stays for ninety days, then for members alone, and is back with one act", async () => {
  const made = await makeLapsed();
  expect(await lines(made)).toBe(TO_ALL);
  expect([await seenBy(made.reader, made), await seenBy(null, made)]).toEqual([ALL, ALL]);

  await closeLapsed(later(OPEN_DAYS));
  expect(await seenBy(null, made)).toBe(ALL);

  await closeLapsed(later(OPEN_DAYS + 1));
  expect(await lines(made)).toBe(TO_MEMBERS.join(", "));
  expect([await seenBy(made.reader, made), await seenBy(null, made)]).toEqual([ALL, ""]);

  const { accountId } = made.owner;
  const back = { accountId, version: 2, words: "" };
  await transaction((tx) => reinstateAccount(tx, made.admin, back));
  expect(await lines(made)).toBe(TO_ALL);
  expect(await seenBy(null, made)).toBe(ALL);
  await closeLapsed(later(OPEN_DAYS + 1));
  expect(await seenBy(null, made)).toBe(ALL);
  expect(await eventsOn(accountId)).toEqual([
    "account.lapsed",
    "account.closed",
    "account.reinstated",
  ]);
}, 60_000);

test("two workers close it once", async () => {
  const { owner } = await makeLapsed();
  const day = later(OPEN_DAYS + 1);
  await Promise.all([closeLapsed(day), closeLapsed(day)]);
  expect(await eventsOn(owner.accountId)).toEqual(["account.lapsed", "account.closed"]);
}, 30_000);

describe("lapsing", () => {
  const lapse = (viewer: Viewer, accountId: string, version = 1) =>
    transaction((tx) => lapseAccount(tx, viewer, { accountId, version }));

  test("is told once, with the day until which visitors read", async () => {
    const { owner } = await makeLapsed();
    const [mail, ...more] = await mailsTo(owner);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: "membershipLapsed", data: { to: "/account" } });
    const [row] = await query((db) =>
      db
        .select({ lapsedOn: accounts.lapsedOn, isOpen: accounts.isOpen })
        .from(accounts)
        .where(eq(accounts.id, owner.accountId)),
    );
    expect(row).toEqual({ lapsedOn: today(), isOpen: true });
  });

  test("is for administrators, once, and of nobody who is not active", async () => {
    const [admin, moderator] = [
      await administrator(),
      await transaction((tx) => makeAccount(tx, { role: "moderator" })),
    ];
    const { owner } = await makeLapsed();
    const other = await transaction((tx) => makeMember(tx));
    await expect(lapse(moderator, other.accountId)).rejects.toMatchObject({ code: "notFound" });
    await expect(lapse(admin, owner.accountId, 2)).rejects.toMatchObject({
      code: "moveNotAllowed",
    });
    await expect(lapse(admin, admin.accountId)).rejects.toMatchObject({ code: "notOnYourself" });
    const both = await Promise.allSettled([
      lapse(admin, other.accountId),
      lapse(admin, other.accountId),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
