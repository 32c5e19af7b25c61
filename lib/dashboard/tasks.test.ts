import { expect, test } from "vitest";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OwnProfile } from "@/lib/members/queries";
import { listTasks, type Situation } from "./tasks";

const home = getTranslator("fr", "home");

const text = { fr: "Soie" };

const complete = {
  slug: "camille",
  version: 1,
  familyName: "Montclair",
  givenName: "Camille",
  nameOrder: "given-first",
  nameZh: null,
  portrait: null,
  originalLocale: "fr",
  jobTitle: text,
  bio: text,
  offers: text,
  needs: text,
  languages: ["fr"],
  sectors: ["agrifood"],
  cities: ["guangzhou"],
  translates: false,
  visibility: {},
  stale: {},
  organisation: null,
  organisationCountry: null,
  email: "camille@example.org",
  phone: null,
  wechat: null,
  confirmedOn: "2999-01-01",
} satisfies OwnProfile;

const settled: Situation = {
  profile: complete,
  names: { own: null, organisations: [] },
  projects: [],
  places: [],
  waiting: 0,
  requests: [],
  invitations: [],
  interests: [],
  introductions: [],
  questions: [],
  offers: [],
  roomInvitations: [],
  outcomes: [],
  acts: [],
  toConfirm: [],
  firstSteps: { hasOrganisation: true, ownKinds: ["sourcing"], applied: null },
  isListed: true,
  mayAct: true,
};

const project = (slug: string, values: Partial<Situation["projects"][number]>) => ({
  slug,
  title: { fr: slug },
  originalLocale: "fr" as const,
  moderation: "draft" as const,
  progress: "seeking-partners" as const,
  revision: null,
  ...values,
});

const activity = (slug: string) => ({
  id: `id-${slug}`,
  version: 2,
  slug,
  title: { text: "Achats à Ningbo", lang: "fr" as const, isFallback: false },
  confirmedOn: "2025-03-02",
});

const tasks = (situation: Partial<Situation>, locale: "fr" | "zh" = "fr") =>
  listTasks({ ...settled, ...situation }, locale);

const kinds = (situation: Partial<Situation>) => tasks(situation).map(({ kind }) => kind);

test("whose membership has lapsed is asked for what is theirs to do still, their profile", () => {
  const asked = {
    profile: { ...complete, confirmedOn: "2020-01-01", stale: { bio: ["zh" as const] } },
    names: {
      own: { familyName: "Wang", givenName: "Wei" },
      organisations: [{ nameZh: "丝路", latin: "Silu" }],
    },
    projects: [project("one", {}), project("two", { moderation: "changes-requested" })],
    requests: [{ organisation: "Acme", slug: "acme" }],
    invitations: [{ organisation: "Acme", slug: "acme" }],
    toConfirm: [activity("ningbo")],
    firstSteps: { hasOrganisation: false, ownKinds: [], applied: null },
    isListed: false,
  };
  expect(kinds({ ...asked, mayAct: false })).toEqual(["name", "profile", "directory", "stale"]);
  expect(kinds(asked)).toHaveLength(12);
});

test("nothing awaits a complete member without open projects", () => {
  const states = ["submitted", "published", "refused", "withdrawn", "archived"] as const;
  expect(kinds({ projects: states.map((one) => project(one, { moderation: one })) })).toEqual([]);
});

test("a club account without a profile is asked for decisions only", () => {
  const club = { profile: null, firstSteps: null, isListed: false };
  expect(kinds({ ...club, waiting: 3 })).toEqual(["queue"]);
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
  const answers = [{ organisation: "Textilane", slug: "textilane" }];
  const toConfirm = [activity("a1")];
  const all = { projects, profile, toConfirm, isListed: false, waiting: 1, requests: answers };
  const about = { entryKind: "project", originalLocale: "fr" } as const;
  const waiting = { ...about, slug: "d1", title: text, count: 1 };
  const asked = { question: "Combien ?", questionLocale: "fr" as const };
  const questions = [{ ...waiting, ...asked }];
  const offers = [{ ...waiting, to: "zh" as const, isBeingRead: false }];
  expect(kinds({ ...all, invitations: answers, questions, offers })).toEqual([
    "queue",
    "invitation",
    "request",
    "question",
    "translation",
    "changes",
    "changes",
    "confirm",
    "profile",
    "directory",
    "stale",
    "draft",
    "more",
  ]);
});

test("a profile under 60 % comes before everybody's requests and says what is missing", () => {
  const thin = { ...complete, bio: {}, offers: {}, needs: {}, cities: [] };
  const requests = [{ organisation: "Textilane", slug: "textilane" }];
  const [first, ...others] = tasks({ profile: thin, requests });
  expect(first).toMatchObject({ kind: "profile", percent: 50, isPressing: true });
  expect(first?.text).toContain(`${home("todo.steps.cities")}, ${home("todo.steps.bio")}`);
  expect(others.map(({ kind }) => kind)).toEqual(["request"]);
  const [enough] = tasks({ profile: { ...thin, bio: text } });
  expect(enough).toMatchObject({ percent: 63, isPressing: false });
});

test("those who ask to join one organisation are one task", () => {
  const ask = (slug: string) => ({ organisation: slug, slug });
  const shown = tasks({ requests: [ask("a"), ask("b"), ask("a")] });
  expect(shown.map(({ href, title }) => [href, title])).toEqual([
    ["/fr/organisations/a/people", home("todo.request", { count: 2, organisation: "a" })],
    ["/fr/organisations/b/people", home("todo.request", { count: 1, organisation: "b" })],
  ]);
});

test("an activity to confirm carries what its button sends; the fourth is behind a link", () => {
  const shown = tasks({ toConfirm: ["a1", "a2", "a3", "a4", "a5"].map(activity) });
  expect(shown.map(({ kind }) => kind)).toEqual(["confirm", "confirm", "confirm", "more"]);
  expect(shown[0]).toMatchObject({
    href: "/fr/activities/a1",
    confirm: { activityId: "id-a1", version: 2 },
  });
  expect(shown[0]?.text).toContain("2\u00a0mars 2025");
  expect(shown[3]).toMatchObject({ href: "/fr/activities?mine=1" });
  expect(shown[3]?.title).toContain("2");
});

test("words and places are in the reader's language", () => {
  const profile = { ...complete, bio: {}, cities: [] };
  const untitled = project("p-1", { title: {} });
  const [first, second] = tasks({ profile, projects: [untitled] }, "zh");
  expect(first).toMatchObject({ href: "/zh/account/profile", percent: 75 });
  expect(first?.text).toContain("城市、个人简介");
  expect(second?.href).toBe("/zh/projects/p-1/edit");
  expect(second?.text).toContain("未命名项目");
});

test("a profile that was confirmed a year ago is asked about, once it was", () => {
  const asked = { ...complete, confirmedOn: "2020-02-29" };
  const [task, ...others] = listTasks({ ...settled, profile: asked }, "fr");
  expect(task).toMatchObject({ kind: "profile", href: "/fr/account/profile" });
  expect(task?.text).toContain("29\u00a0février 2020");
  expect(others).toEqual([]);
  expect(listTasks(settled, "fr")).toEqual([]);
});
