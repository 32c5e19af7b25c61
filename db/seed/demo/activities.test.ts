import { describe, expect, it } from "vitest";
import { LOCALES } from "../../columns";
import { ACTIVITY_STAGES, DIRECTIONS, PAGE_VISIBILITIES } from "../../enums";
import { isReference, referenceItem } from "../../reference/lists";
import activityFile from "./activities.json";
import memberFile from "./members.json";

const YEAR = 2026;

const activities = activityFile.items;

describe.each(activities)("$slug", (activity) => {
  it("is told in three languages, the original among them", () => {
    for (const text of [activity.title, activity.summary]) {
      expect(LOCALES.filter((locale) => text[locale].trim())).toHaveLength(3);
    }
    expect(LOCALES).toContain(activity.originalLocale);
    for (const [field, stale] of Object.entries(activity.stale)) {
      expect(["title", "summary"]).toContain(field);
      expect(stale).not.toContain(activity.originalLocale);
    }
  });

  it("holds known references", () => {
    const { sectors, cities, headcountBand } = activity;
    expect(sectors.filter((slug) => !isReference("sectors", slug))).toEqual([]);
    expect(cities.filter((slug) => !isReference("cities", slug))).toEqual([]);
    expect(headcountBand === null || isReference("headcountBands", headcountBand)).toBe(true);
    expect(ACTIVITY_STAGES).toContain(activity.stage);
    expect(PAGE_VISIBILITIES).toContain(activity.visibility);
  });

  it("goes in a direction of its kind, both ways only where the kind does", () => {
    const directions = referenceItem("activityKinds", activity.kind)?.directions ?? [];
    expect(DIRECTIONS).toContain(activity.direction);
    if (activity.direction === "both") expect(directions).toHaveLength(2);
    else expect(directions).toContain(activity.direction);
  });

  it("ends no earlier than it began, and has an end where it was left", () => {
    const { since, until, stage } = activity;
    expect(since).toBeLessThanOrEqual(YEAR);
    if (until !== null) expect(until).toBeGreaterThanOrEqual(since);
    if (stage === "exited") expect(until).not.toBeNull();
  });

  it("belongs to its member, for an organisation of theirs", () => {
    const member = memberFile.items.find(({ slug }) => slug === activity.member);
    const others = member?.otherOrganisations.map(({ slug }) => slug) ?? [];
    expect([member?.organisation, ...others]).toContain(activity.organisation);
  });
});

it("shows every level of visibility, every direction and every stage", () => {
  const seen = (values: string[]) => new Set(values);
  expect(seen(activities.map(({ visibility }) => visibility))).toEqual(new Set(PAGE_VISIBILITIES));
  expect(seen(activities.map(({ direction }) => direction))).toEqual(new Set(DIRECTIONS));
  expect(seen(activities.map(({ stage }) => stage))).toEqual(new Set(ACTIVITY_STAGES));
});

it("spreads over twenty months: most confirmed within a year, some to confirm again", () => {
  const days = activities.map(({ confirmedDaysAgo }) => confirmedDaysAgo);
  const old = days.filter((day) => day > 366);
  expect(Math.max(...days)).toBeLessThanOrEqual(610);
  expect(old.length).toBeGreaterThanOrEqual(5);
  expect(old.length).toBeLessThan(activities.length / 3);
});
