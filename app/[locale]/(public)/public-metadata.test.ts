import { beforeEach, expect, test, vi } from "vitest";
import { publicMetadata } from "./public-metadata";

const { getViewer } = vi.hoisted(() => ({ getViewer: vi.fn() }));
vi.mock("@/lib/core/auth/viewer", () => ({ getViewer }));

beforeEach(() => getViewer.mockResolvedValue(null));

test.each([
  ["fr", "fr_FR"],
  ["en", "en_GB"],
  ["zh", "zh_CN"],
] as const)(
  "a shared link in %s names its language as Open Graph does: %s",
  async (locale, named) => {
    const page = { locale, to: "/about", title: "A", description: "B" };
    const { openGraph } = await publicMetadata(page);
    expect(openGraph).toMatchObject({ locale: named, type: "website" });
  },
);

test("who signed in is told the title and the feed, not what crawlers read", async () => {
  getViewer.mockResolvedValue({ accountId: "a" });
  const page = {
    locale: "fr",
    to: "/events",
    title: "A",
    description: "B",
    hasFeed: true,
  } as const;
  const types = { "application/atom+xml": [{ url: "/fr/events/feed.xml", title: "A" }] };
  expect(await publicMetadata(page)).toEqual({
    title: "A",
    description: "B",
    alternates: { types },
  });
});
