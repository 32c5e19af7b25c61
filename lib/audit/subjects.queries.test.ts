import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import {
  makeActivity,
  makeInterest,
  makeMember,
  makeOrganisation,
  makeProject,
  makeRoom,
} from "@/db/factories";
import { applications } from "@/db/schema/applications";
import { introductions } from "@/db/schema/introductions";
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

test("a room is called by its project, an introduction is of those concerned alone", async () => {
  const { project, room, introduction } = await transaction(async (tx) => {
    const [owner, other] = [await makeMember(tx), await makeMember(tx)];
    const made = await makeProject(tx, owner.memberId, { moderation: "published" });
    const [row] = await tx
      .insert(introductions)
      .values({
        ...{ askedBy: owner.memberId, asked: other.memberId, words: "Parlons.", locale: "fr" },
        endsOn: "2094-01-01",
      })
      .returning({ id: introductions.id });
    return {
      project: made,
      room: await makeRoom(tx, made.id, [owner.memberId]),
      introduction: row?.id ?? "",
    };
  });
  const pages = await nameSubjects([room.id, introduction, randomUUID()], "fr");
  expect(pages.get(room.id)).toEqual({
    label: "Acheter ensemble à Ningbo",
    to: `/projects/${project.slug}`,
  });
  expect(pages.get(introduction)).toEqual({ label: null, to: null });
  expect(pages.size).toBe(2);
});

test("of a project that was taken back its new title is its owner's alone: what hangs on it does not tell it", async () => {
  const { interest, room } = await transaction(async (tx) => {
    const [owner, sender] = [await makeMember(tx), await makeMember(tx)];
    const { id } = await makeProject(tx, owner.memberId, { title: { fr: "Encore un secret" } });
    return {
      interest: await makeInterest(tx, id, sender.memberId),
      room: await makeRoom(tx, id, [owner.memberId]),
    };
  });
  const pages = await nameSubjects([interest.id, room.id], "fr");
  for (const { id } of [interest, room]) {
    expect(pages.get(id)).toEqual({ label: null, to: null });
  }
});
