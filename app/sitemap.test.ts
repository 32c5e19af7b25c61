import { expect, test, vi } from "vitest";
import sitemap from "./sitemap";

const { addresses, list } = vi.hoisted(() => {
  /** So many addresses, each a minute older than the one before. */
  const addresses = (name: string, many: number) =>
    Array.from({ length: many }, (_, at) => ({
      slug: `${name}-${at}`,
      updatedAt: new Date(Date.UTC(2026, 10, 30) - at * 60_000),
    }));
  const list = (name: string, many: number) => ({
    listPublicAddresses: async () => addresses(name, many),
  });
  return { addresses, list };
});

vi.mock("@/lib/activities/addresses.queries", () => list("activity", 16_666));
vi.mock("@/lib/organisations/addresses.queries", () => list("organisation", 9_000));
vi.mock("@/lib/cooperations/queries", () => list("cooperation", 0));
vi.mock("@/lib/events/queries", () => list("event", 0));
vi.mock("@/lib/experiences/queries", () => list("experience", 0));
vi.mock("@/lib/heritage/queries", () => list("heritage", 0));
vi.mock("@/lib/projects/listing.queries", () => ({
  listPublishedAddresses: async () => addresses("project", 3),
}));

test("a sitemap holds no more than search engines take, of each kind what changed last", async () => {
  const urls = (await sitemap()).map(({ url }) => url);
  expect(urls.length).toBeGreaterThan(49_900);
  expect(urls.length).toBeLessThanOrEqual(50_000);
  expect(new Set(urls).size).toBe(urls.length);
  const has = (end: string) => urls.some((url) => url.endsWith(end));
  expect(has("/zh/projects/project-2")).toBe(true);
  expect(has("/zh/activities/activity-8000")).toBe(true);
  expect(has("/zh/organisations/organisation-8000")).toBe(true);
  expect(has("/zh/activities/activity-9000")).toBe(false);
  expect(has("/en/heritage")).toBe(true);
});
