import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import type { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { mails } from "@/db/schema/mail";
import { members } from "@/db/schema/members";
import { renderMail } from "@/lib/core/mail/render-mail";
import { confirmProfile, remindOfProfiles } from "./confirming.mutations";

afterAll(closeDatabase);

/** Others of this database are asked too: each test looks at its own. */
const DAY = "2026-11-27";

async function make(confirmedOn: string, values: Partial<typeof accounts.$inferInsert> = {}) {
  const email = `${randomUUID()}@example.org`;
  const named = { familyName: "Ouyang", givenName: "Nana", nameZh: "欧阳娜娜" };
  const lapsedOn = values.status === "lapsed" ? "2026-11-01" : null;
  const viewer = await transaction((tx) =>
    makeMember(
      tx,
      { ...named, confirmedOn, jobTitle: { fr: "Directrice" }, cities: ["shanghai"] },
      { email, locale: "zh", lapsedOn, ...values },
    ),
  );
  return { viewer, email };
}

const asked = (email: string) =>
  query((db) =>
    db
      .select({ data: mails.data, locale: mails.locale })
      .from(mails)
      .where(and(eq(mails.address, email), eq(mails.kind, "profileToConfirm"))),
  );

beforeAll(async () => {
  await remindOfProfiles(DAY);
});

test("a year later each is asked once, by two workers and every day after", async () => {
  const [due, early] = [await make("2025-11-27"), await make("2025-11-28")];
  await Promise.all([remindOfProfiles(DAY), remindOfProfiles(DAY)]);
  await remindOfProfiles(DAY);
  expect([(await asked(due.email)).length, (await asked(early.email)).length]).toEqual([1, 0]);
  await remindOfProfiles("2026-11-28");
  expect([(await asked(due.email)).length, (await asked(early.email)).length]).toEqual([1, 1]);
});

test("the mail says what the profile says, in its reader's language", async () => {
  const { viewer, email } = await make("2020-02-29");
  const name = { zh: "丝绸公司", fr: "Soierie" };
  await transaction(async (tx) => {
    const { id: organisationId } = await makeOrganisation(tx, { name });
    const { memberId } = viewer;
    await tx.insert(affiliations).values({ memberId, organisationId, isMain: true });
  });
  await remindOfProfiles(DAY);
  const [mail] = await asked(email);
  expect(mail?.locale).toBe("zh");
  const { text } = renderMail("profileToConfirm", "zh", mail?.data ?? {});
  for (const said of ["欧阳娜娜", "Nana", "Directrice", "丝绸公司", "上海", email]) {
    expect(text).toContain(said);
  }
});

test("who confirmed is asked again after another year, and not before", async () => {
  const { viewer, email } = await make("2025-01-01");
  await remindOfProfiles(DAY);
  await transaction((tx) => confirmProfile(tx, viewer));
  const [row] = await query((db) =>
    db
      .select({ confirmedOn: members.confirmedOn, askedAt: members.askedAt })
      .from(members)
      .where(eq(members.id, viewer.memberId)),
  );
  expect(row?.askedAt).toBeNull();
  await remindOfProfiles(row?.confirmedOn ?? "");
  expect(await asked(email)).toHaveLength(1);
});

test.each(["pending", "suspended", "lapsed", "left"] as const)(
  "nobody who is %s is asked",
  async (status) => {
    const { viewer, email } = await make("2025-01-01", { status });
    await remindOfProfiles(DAY);
    expect(await asked(email)).toEqual([]);
    const confirming = transaction((tx) => confirmProfile(tx, viewer));
    if (status === "lapsed") await confirming;
    else await expect(confirming).rejects.toMatchObject({ code: "notFound" });
  },
);
