import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeActivity, makeMember, makeProject } from "@/db/factories";
import { entryQuestions } from "@/db/schema/entry-parts";
import { getPrefill } from "./prefill.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;
let asker: Member;
let made: { open: string; draft: string; activity: string; answered: string; waiting: string };

beforeAll(() =>
  transaction(async (tx) => {
    owner = await makeMember(tx);
    asker = await makeMember(tx);
    const places = { cities: ["wuhan"], shownPlaces: ["hubei"] };
    const open = await makeProject(tx, owner.memberId, { moderation: "published", ...places });
    const draft = await makeProject(tx, owner.memberId, places);
    const activity = await makeActivity(tx, owner.memberId, {
      ...{ visibility: "members", cities: ["huzhou"], stage: "exited", since: 2015, until: 2021 },
    });
    const asked = { entryId: open.id, memberId: asker.memberId, locale: "fr" as const };
    const words = "Qui signe\nle bail ?";
    const [answered, waiting] = await tx
      .insert(entryQuestions)
      .values([
        { ...asked, words, answer: "La filiale.", answeredAt: new Date() },
        { ...asked, words },
      ])
      .returning({ id: entryQuestions.id });
    made = {
      ...{ open: open.slug, draft: draft.slug, activity: activity.slug },
      ...{ answered: answered?.id ?? "", waiting: waiting?.id ?? "" },
    };
  }),
);

afterAll(closeDatabase);

const NOTHING = { links: [], title: "", story: "", cities: [], fromYear: null, toYear: null };
const told = async (viewer: Member, asked: Record<string, string>) => {
  const { links, ...start } = await getPrefill(viewer, asked, "fr");
  return { ...start, links: links.map(({ kind, slug }) => `${kind} ${slug}`) };
};

describe("the two-minute form starts with what led to it", () => {
  test("a project, its cities for its owner alone", async () => {
    const links = [`project ${made.open}`];
    expect(await told(owner, { project: made.open })).toMatchObject({ links, cities: ["wuhan"] });
    expect(await told(asker, { project: made.open })).toMatchObject({ links, cities: [] });
  });

  test("an activity, where and when it was", async () => {
    expect(await told(owner, { activity: made.activity })).toMatchObject({
      links: [`activity ${made.activity}`],
      ...{ cities: ["huzhou"], fromYear: 2015, toYear: 2021 },
    });
  });

  test("an answered question of one's own, in one line, and what it was about", async () => {
    expect(await told(asker, { question: made.answered })).toMatchObject({
      links: [`project ${made.open}`],
      title: "Qui signe le bail ?",
    });
  });

  test.each([
    ["owner", "answered"],
    ["asker", "waiting"],
  ] as const)("not with a question to the %s that is %s", async (who, which) => {
    const viewer = who === "owner" ? owner : asker;
    expect(await told(viewer, { question: made[which] })).toEqual(NOTHING);
  });

  test("nor with what the viewer does not see, or nonsense", async () => {
    expect(await told(owner, { project: made.draft })).not.toEqual(NOTHING);
    expect(await told(asker, { project: made.draft })).toEqual(NOTHING);
    const nonsense = { project: "../x", activity: "%", organisation: "", question: "1" };
    expect(await told(asker, nonsense)).toEqual(NOTHING);
  });
});
