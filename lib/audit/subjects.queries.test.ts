import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import {
  makeActivity,
  makeInterest,
  makeMember,
  makeOrganisation,
  makeProject,
} from "@/db/factories";
import { applications } from "@/db/schema/applications";
import { nameSubjects } from "./subjects.queries";

afterAll(closeDatabase);

test("organisations, activities, interests and applications by name, but not what only their owner sees", async () => {
  const email = `${randomUUID()}@example.org`;
  const rows = await transaction(async (tx) => {
    const { memberId } = await makeMember(tx);
    const project = await makeProject(tx, memberId, { moderation: "published" });
    const sender = await makeMember(tx);
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
      project,
      interest: await makeInterest(tx, project.id, sender.memberId),
    };
  });
  const { organisation, hidden, activity, secret, application, interest } = rows;
  const keys = [organisation, hidden, activity, secret, interest].map(({ id }) => id);
  const pages = await nameSubjects([...keys, application?.id ?? "", randomUUID()], "fr");
  expect(pages.get(organisation.id)).toEqual({
    label: "蓝晴",
    to: `/organisations/${organisation.slug}`,
  });
  expect(pages.get(activity.id)).toEqual({ label: "Achats", to: `/activities/${activity.slug}` });
  for (const id of [hidden.id, secret.id, application?.id ?? ""]) {
    expect(pages.get(id)).toEqual({ label: null, to: null });
  }
  expect(pages.get(interest.id)).toEqual({
    label: "Acheter ensemble à Ningbo",
    to: `/projects/${rows.project.slug}`,
  });
  expect(pages.size).toBe(6);
});
