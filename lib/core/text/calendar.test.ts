import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, test } from "vitest";
import { ZONE } from "../dates";
import { readMinute } from "../two-clocks";
import { type CalendarEvent, writeCalendar } from "./calendar";

const event: CalendarEvent = {
  id: "0190d3a4-7c1e-7b6a-9f00-3c2a5b7d9e11",
  version: 3,
  updatedAt: new Date("2026-11-20T10:11:12.345Z"),
  startsAt: new Date("2026-12-01T17:00:00Z"),
  endsAt: new Date("2026-12-01T19:00:00Z"),
  title: "Payer et être payé en Chine",
  place: "Lyon 3e",
  page: "https://club.example.org/fr/events/payer-et-etre-paye",
  isCancelled: false,
  isTentative: false,
};

const write = (...events: Partial<CalendarEvent>[]) =>
  writeCalendar({
    name: "Événements · Club",
    page: "https://club.example.org/fr/events",
    lang: "fr-FR",
    events: events.map((one) => ({ ...event, ...one })),
  });

/** As ical.js reads it. */
function readBack(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((one) => {
    const value = (name: string) => one.getFirstPropertyValue(name);
    const at = (name: string) => (value(name) as ICAL.Time).toJSDate().toISOString();
    return {
      names: one.getAllProperties().map(({ name }) => name),
      value,
      at,
    };
  });
}

test("an event is read back as it was written, with nothing beside", () => {
  const [read] = readBack(write({}));
  expect(read?.names.sort()).toEqual(
    "dtend dtstamp dtstart last-modified location sequence status summary uid url".split(" "),
  );
  expect(read?.value("uid")).toBe(event.id);
  expect(read?.value("sequence")).toBe(3);
  expect(read?.value("status")).toBe("CONFIRMED");
  expect(read?.value("summary")).toBe(event.title);
  expect(read?.value("location")).toBe("Lyon 3e");
  expect(read?.value("url")).toBe(event.page);
  expect(["dtstart", "dtend", "dtstamp", "last-modified"].map((name) => read?.at(name))).toEqual([
    "2026-12-01T17:00:00.000Z",
    "2026-12-01T19:00:00.000Z",
    "2026-11-20T10:11:12.000Z",
    "2026-11-20T10:11:12.000Z",
  ]);
});

test.each([
  ["2026-03-28 09:00", "20260328T080000Z", "2026-03-28 16:00"],
  ["2026-03-30 09:00", "20260330T070000Z", "2026-03-30 15:00"],
])("09:00 in Lyon on %s stands in UTC, and is what China's clocks show", (minute, utc, china) => {
  const starts = readMinute(ZONE.lyon, minute);
  if (!("at" in starts)) throw new Error(starts.fault);
  const text = write({ startsAt: starts.at, endsAt: new Date(starts.at.getTime() + 3_600_000) });
  expect(text).toContain(`\r\nDTSTART:${utc}\r\n`);
  expect(text).not.toContain("TZID");
  expect(readMinute(ZONE.beijing, china)).toEqual({
    at: new Date(readBack(text)[0]?.at("dtstart") ?? ""),
  });
});

describe("whatever a title holds", () => {
  test.each([
    ["signs of the format", 'Vin; soie, "acier" \\ 100 % : a=b'],
    ["several lines", "un\ndeux"],
    ["Chinese", "接待广州代表团：可持续城市、水务与建筑节能技术交流对接会（含实地参访与商务洽谈）"],
    ["what a line may not be cut in", `${"é".repeat(40)}𠮷👩‍🔬${"里".repeat(80)}`],
    ["lines of the format", "Dîner\r\nEND:VEVENT\r\nEND:VCALENDAR"],
  ])("%s comes back as it was", (_, title) => {
    const text = write({ title, place: title });
    const [read, ...more] = readBack(text);
    expect(more).toEqual([]);
    expect(read?.value("summary")).toBe(title.replaceAll("\r\n", "\n"));
    expect(read?.value("location")).toBe(title.replaceAll("\r\n", "\n"));
    const lines = text.split("\r\n");
    expect(lines.pop()).toBe("");
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  test("controls that no calendar may hold are left out", () => {
    expect(readBack(write({ title: "a\u0007b\u000bc\u0085d" }))[0]?.value("summary")).toBe("abcd");
  });
});

test("what is cancelled says so, and is the same event", () => {
  const [read] = readBack(write({ isCancelled: true, version: 4 }));
  expect(read?.value("status")).toBe("CANCELLED");
  expect([read?.value("uid"), read?.value("sequence")]).toEqual([event.id, 4]);
});

test("without a place there is no line for one, and without events there is a calendar", () => {
  expect(readBack(write({ place: null }))[0]?.names).not.toContain("location");
  expect(readBack(write())).toEqual([]);
});

test("the same events are the same text, whenever it is written", () => {
  expect(write({}, { id: "0190d3a4-7c1e-7b6a-9f00-3c2a5b7d9e12" })).toBe(
    write({}, { id: "0190d3a4-7c1e-7b6a-9f00-3c2a5b7d9e12" }),
  );
});

test("a second library reads the feed alike", () => {
  const other = {
    id: "0190d3a4-7c1e-7b6a-9f00-3c2a5b7d9e12",
    title: "春节晚宴，里昂",
    isCancelled: true,
  };
  const parsed = nodeIcal.sync.parseICS(write({}, other));
  const events = Object.values(parsed).filter((one) => one?.type === "VEVENT");
  expect(events).toHaveLength(2);
  expect(parsed[event.id]).toMatchObject({
    uid: event.id,
    summary: event.title,
    location: event.place,
    url: { val: event.page },
    status: "CONFIRMED",
    start: event.startsAt,
    end: event.endsAt,
  });
  expect(parsed[other.id]).toMatchObject({ summary: other.title, status: "CANCELLED" });
});
