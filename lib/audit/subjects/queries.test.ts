import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeActivity, makeMember, makeOrganisation } from "@/db/factories";
import { applications } from "@/db/schema/applications";
import { nameSubjects } from "./queries";

afterAll(closeDatabase);

test("organisations, activities and applications by name, but not what only their owner sees", async () => {
  const email = `${randomUUID()}@example.org`;
  const rows = await transaction(async (tx) => {
    const { memberId } = await makeMember(tx);
    const [application] = await tx
      .insert(applications)
      .values({ email, locale: "fr" })
      .returning({ id: applications.id });
    return {
      organisation: await makeOrganisation(tx, { name: { zh: "蓝晴" }, originalLocale: "zh" }),
      hidden: await makeOrganisation(tx, { visibility: "self" }),
      activity: await makeActivity(tx, memberId, { title: { fr: "Achats" } }),
      secret: await makeActivity(tx, memberId, { visibility: "self" }),
      application,
    };
  });
  const { organisation, hidden, activity, secret, application } = rows;
  const keys = [organisation, hidden, activity, secret].map(({ id }) => id);
  const pages = await nameSubjects([...keys, application?.id ?? "", randomUUID()], "fr");
  expect(pages.get(organisation.id)).toEqual({
    label: "蓝晴",
    to: `/organisations/${organisation.slug}`,
  });
  expect(pages.get(activity.id)).toEqual({ label: "Achats", to: `/activities/${activity.slug}` });
  for (const id of [hidden.id, secret.id, application?.id ?? ""]) {
    expect(pages.get(id)).toEqual({ label: null, to: null });
  }
  expect(pages.size).toBe(5);
});
