import { expect, test } from "vitest";
import { listTasks } from "./dashboard-tasks";
import type { OwnProfile } from "./queries";

const text = { fr: "Soie" };

const complete = {
  slug: "camille",
  version: 1,
  familyName: "Montclair",
  givenName: "Camille",
  nameOrder: "given-first",
  nameZh: null,
  originalLocale: "fr",
  jobTitle: text,
  bio: text,
  offers: text,
  needs: text,
  languages: ["fr"],
  sectors: ["agrifood"],
  cities: ["guangzhou"],
  visibility: {},
  stale: {},
  organisation: null,
  email: "camille@example.org",
  phone: null,
  wechat: null,
} satisfies OwnProfile;

type Project = Parameters<typeof listTasks>[0]["projects"][number];

const project = (slug: string, values: Partial<Project>): Project => ({
  slug,
  title: { fr: slug },
  originalLocale: "fr",
  moderation: "draft",
  revision: null,
  ...values,
});

const kinds = (situation: Partial<Parameters<typeof listTasks>[0]>) =>
  listTasks({ profile: complete, projects: [], waiting: 0, ...situation }, "fr").map(
    ({ kind }) => kind,
  );

test("nothing awaits a complete member without open projects", () => {
  const settled = (["submitted", "published", "refused", "withdrawn", "archived"] as const).map(
    (moderation) => project(moderation, { moderation }),
  );
  expect(kinds({ projects: settled })).toEqual([]);
});

test("a club account without a profile is asked for decisions only", () => {
  expect(kinds({ profile: null, waiting: 3 })).toEqual(["queue"]);
});

test("the most pressing comes first, and projects are at most three", () => {
  const projects = [
    project("d1", {}),
    project("d2", {}),
    project("c1", { moderation: "changes-requested" }),
    project("r1", { moderation: "published", revision: "changes-requested" }),
    project("r2", { moderation: "published", revision: "draft" }),
  ];
  const profile = { ...complete, bio: {}, stale: { offers: ["en"] } };
  expect(kinds({ projects, profile, waiting: 1 })).toEqual([
    "queue",
    "changes",
    "changes",
    "profile",
    "stale",
    "draft",
    "more",
  ]);
});

test("words and places are in the reader's language", () => {
  const profile = { ...complete, bio: {}, cities: [] };
  const untitled = project("p-1", { title: {} });
  const [first, second] = listTasks({ profile, projects: [untitled], waiting: 0 }, "zh");
  expect(first).toMatchObject({ href: "/zh/account/profile", percent: 75 });
  expect(first?.text).toContain("城市、个人简介");
  expect(second?.href).toBe("/zh/projects/p-1/edit");
  expect(second?.text).toContain("未命名项目");
});
