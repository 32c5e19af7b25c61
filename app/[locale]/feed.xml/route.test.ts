import { expect, test, vi } from "vitest";
import { GET } from "./route";

const { newest } = vi.hoisted(() => ({
  newest: (entryKind: string) => async () => [
    {
      ...{ id: entryKind, entryKind, slug: "one", originalLocale: "fr" },
      ...{ title: { fr: entryKind }, summary: {} },
      ...{ publishedAt: new Date("2026-11-30"), updatedAt: new Date("2026-11-30") },
    },
  ],
}));

vi.mock("@/lib/cooperations/queries", () => ({ listNewestCooperations: newest("cooperation") }));
vi.mock("@/lib/events/queries", () => ({ listNewestEvents: newest("event") }));
vi.mock("@/lib/experiences/queries", () => ({ listNewestExperiences: newest("experience") }));
vi.mock("@/lib/projects/listing.queries", () => ({ listNewestProjects: newest("project") }));

test("who follows the club hears of all that has a feed of its own", async () => {
  const params = Promise.resolve({ locale: "fr" });
  const answer = await GET(new Request("http://localhost:3000/fr/feed.xml"), { params });
  const kinds = [...(await answer.text()).matchAll(/<category term="(\w+)"/g)].map(
    ([, kind]) => kind,
  );
  expect(kinds.sort()).toEqual(["cooperation", "event", "experience", "project"]);
});
