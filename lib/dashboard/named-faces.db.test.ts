import { eq, gt } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { VISIBILITIES, type Visibility } from "@/db/enums";
import { makeExperience } from "@/db/experience-factory";
import { makeActivity, makeMember, makeProject } from "@/db/factories";
import { makePortrait } from "@/db/portrait-factory";
import { activities } from "@/db/schema/activities";
import { entries } from "@/db/schema/entries";
import { NO_FILTERS as ANY_ACTIVITY } from "@/lib/activities/activity-filters";
import { toActivityListView } from "@/lib/activities/activity-list-view";
import { listActivities } from "@/lib/activities/queries";
import { buildActivitySearch } from "@/lib/activities/search-text";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { CardPerson } from "@/lib/core/list-view";
import { NO_FILTERS as ANY_EXPERIENCE } from "@/lib/experiences/experience-filters";
import { toExperienceListView } from "@/lib/experiences/experience-list-view";
import { listExperiences } from "@/lib/experiences/listing.queries";
import type { ShownName } from "@/lib/members/member-card";
import { getPortrait } from "@/lib/members/portraits.queries";
import { listActivityNews, listProjectNews } from "./news.queries";

/** Later than what other suites make, and each later than the last: a list of news shows five. */
const since = new Date(Date.now() + 90 * 24 * 3_600_000);
let made = 0;

afterAll(async () => {
  // Nor newer than what other suites make afterwards.
  const now = { createdAt: new Date(), updatedAt: new Date() };
  await transaction(async (tx) => {
    await tx.update(activities).set(now).where(gt(activities.createdAt, since));
    const online = { ...now, publishedAt: now.createdAt };
    await tx.update(entries).set(online).where(gt(entries.publishedAt, since));
  });
  await closeDatabase();
});

async function makeShown(level: Visibility, ownerLevel: "members" | "contacts" = "members") {
  made += 1;
  const at = new Date(since.getTime() + made * 1000);
  return transaction(async (tx) => {
    const owner = await makeMember(tx, { familyName: "Ruan", visibility: { portrait: level } });
    const portraitId = await makePortrait(tx, owner.memberId);
    const word = `soie${owner.memberId.slice(-12)}`;
    const title = { fr: word };
    const online = { moderation: "published", publishedAt: at, updatedAt: at, ownerLevel } as const;
    const told = { title, summary: {}, partner: null, kind: "sourcing" };
    const found = buildActivitySearch({ ...told, sectors: ["energy"], cities: ["hangzhou"] });
    const activity = { title, ...found, createdAt: at, updatedAt: at };
    const { slug: activitySlug } = await makeActivity(tx, owner.memberId, activity);
    const { slug: projectSlug } = await makeProject(tx, owner.memberId, { ...online, title });
    await makeExperience(tx, owner.memberId, { ...online, title });
    return { owner, portraitId, word, activitySlug, projectSlug, reader: await makeMember(tx) };
  });
}

type Shown = Awaited<ReturnType<typeof makeShown>>;

type Named = CardPerson | ShownName | undefined;

const srcOf = (by: Named) => (by?.face && "src" in by.face ? by.face.src : null);

/** Who stands by name, and with which face, on each card and in each line of news. */
async function readBy(viewer: Viewer | null, shown: Shown): Promise<Record<string, Named>> {
  const asked = { ...ANY_ACTIVITY, q: shown.word };
  const found = await listActivities(viewer, asked, "fr");
  const listed = { filters: ANY_EXPERIENCE, isMember: viewer !== null, locale: "fr" } as const;
  const experiences = await listExperiences(viewer, ANY_EXPERIENCE);
  const card = {
    activity: toActivityListView(found, asked, "fr").cards[0]?.by,
    experience: toExperienceListView(experiences, listed).cards.find(
      ({ title }) => title === shown.word,
    )?.by,
  };
  if (!viewer) return card;
  const news = await Promise.all([
    listActivityNews(viewer, since, "fr"),
    listProjectNews(viewer, since, "fr"),
  ]);
  const [ofActivity, ofProject] = news.map(({ items }) =>
    items.find(({ title }) => title?.text === shown.word),
  );
  return { ...card, "news of the activity": ofActivity?.by, "news of the project": ofProject?.by };
}

test.each(VISIBILITIES)(
  "a portrait shown to %s stands where its address gives it",
  async (level) => {
    const shown = await makeShown(level);
    const given = await getPortrait(shown.reader, shown.portraitId, 48);
    const src = given && `/api/portraits/${shown.portraitId}/`;
    for (const [where, by] of Object.entries(await readBy(shown.reader, shown))) {
      expect(by, where).toBeDefined();
      expect(srcOf(by), where).toBe(src);
    }
  },
);

test("who is not named to the reader has no name and no face, on what is theirs alone", async () => {
  const shown = await makeShown("public", "contacts");
  const by = await readBy(shown.reader, shown);
  expect(by.experience).toBeUndefined();
  expect(by["news of the project"]).toBeUndefined();
  expect(srcOf(by.activity)).not.toBeNull();
  expect(Object.values(await readBy(null, shown)).filter(Boolean)).toEqual([]);
  await query((db) =>
    db.update(entries).set({ ownerLevel: "members" }).where(eq(entries.slug, shown.projectSlug)),
  );
  expect(srcOf((await readBy(shown.reader, shown))["news of the project"])).not.toBeNull();
});
