import ICAL from "ical.js";
import { expect, test } from "vitest";
import { type CalendarRow, writeEvents } from "./event-calendar";

const row: CalendarRow = {
  id: "0190d3a4-7c1e-7b6a-9f00-3c2a5b7d9e11",
  slug: "payer-en-chine",
  title: { fr: "Payer en Chine", zh: "对华收付款实务" },
  originalLocale: "fr",
  format: "hybrid",
  place: "lyon-3",
  cities: ["guangzhou"],
  startsAt: new Date("2026-12-01T17:00:00Z"),
  endsAt: new Date("2026-12-01T19:00:00Z"),
  moderation: "published",
  progress: "open",
  version: 4,
  updatedAt: new Date("2026-11-20T10:11:12Z"),
};

const read = (rows: CalendarRow[], locale: "fr" | "en" | "zh" = "fr") => {
  const text = writeEvents(rows, { locale, origin: "https://club.example", name: "Club" });
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => {
    const value = (name: string) => one.getFirstPropertyValue(name);
    return [value("summary"), value("location"), value("url"), value("status"), value("sequence")];
  });
};

test("an event is told in the reader's language, with its places by name and its page", () => {
  const link = (locale: string) => `https://club.example/${locale}/events/payer-en-chine`;
  expect(read([row])).toEqual([
    ["Payer en Chine", "Lyon 3e · Canton · En ligne", link("fr"), "CONFIRMED", 4],
  ]);
  expect(read([row], "zh")[0]?.slice(0, 3)).toEqual([
    "对华收付款实务",
    "里昂第三区 · 广州 · 线上",
    link("zh"),
  ]);
  expect(read([row], "en")[0]?.[0]).toBe("Payer en Chine");
});

test("where the building is given it stands in the one line that maps look for", () => {
  const venue = { fr: "12 rue de la Soie\n2e étage" };
  const [, where] = read([{ ...row, format: "in-person", cities: [], venue }])[0] ?? [];
  expect(where).toBe("Lyon 3e, 12 rue de la Soie, 2e étage");
});

test("a feed is named and asked for again, a file of one event is neither", () => {
  const about = { locale: "fr", origin: "https://club.example" } as const;
  const [feed, file] = [writeEvents([row], { ...about, name: "Club" }), writeEvents([row], about)];
  for (const said of ["X-WR-CALNAME:Club", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "\r\nURL:"]) {
    expect(feed).toContain(said);
    expect(file).not.toContain(said);
  }
  expect(file).toContain("SUMMARY:Payer en Chine");
});

test("what nobody has published yet is not certain", () => {
  const statusOf = (
    moderation: CalendarRow["moderation"],
    progress: "open" | "cancelled" = "open",
  ) => read([{ ...row, moderation, progress }])[0]?.[3];
  expect(statusOf("draft")).toBe("TENTATIVE");
  expect(statusOf("submitted")).toBe("TENTATIVE");
  expect(statusOf("published")).toBe("CONFIRMED");
  expect(statusOf("draft", "cancelled")).toBe("CANCELLED");
});

test("what is cancelled stays and says so, what has no time yet is left out", () => {
  const [cancelled] = read([{ ...row, progress: "cancelled" }]);
  expect(cancelled?.[3]).toBe("CANCELLED");
  expect(
    read([
      { ...row, startsAt: null },
      { ...row, endsAt: null },
    ]),
  ).toEqual([]);
});
