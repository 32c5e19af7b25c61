import { describe, expect, it } from "vitest";
import { isReference } from "@/db/reference/lists";
import activityFile from "@/db/seed/demo/activities.json";
import experienceFile from "@/db/seed/demo/experiences.json";
import memberFile from "@/db/seed/demo/members.json";
import projectFile from "@/db/seed/demo/projects.json";
import { LOCALES } from "@/lib/core/i18n/locales";
import { listGaps } from "@/lib/experiences/experience";

const experiences = experienceFile.items;
const memberOf = (slug: string) => memberFile.items.find((one) => one.slug === slug);
const organisationsOf = (slug: string) => {
  const member = memberOf(slug);
  const others = member?.otherOrganisations.map((one) => one.slug) ?? [];
  return [member?.organisation, ...others, ...(member?.manages ?? [])];
};

describe.each(experiences)("$slug", (experience) => {
  it("could be handed in, and is told in three languages", () => {
    expect(listGaps(experience as unknown as Parameters<typeof listGaps>[0])).toEqual([]);
    const { title, story, advice, context, done, worked, failed } = experience;
    for (const text of [title, story, advice, context, done, worked, failed]) {
      expect(LOCALES.filter((locale) => text[locale].trim())).toHaveLength(3);
    }
    const points = LOCALES.map((locale) => advice[locale].split("\n").length);
    expect(new Set(points)).toEqual(new Set([4]));
  });

  it("holds known references", () => {
    const { topics, cities, sectors, outcome, cost } = experience;
    expect(topics.filter((slug) => !isReference("experienceTopics", slug))).toEqual([]);
    expect(cities.filter((slug) => !isReference("cities", slug))).toEqual([]);
    expect(sectors.filter((slug) => !isReference("sectors", slug))).toEqual([]);
    expect(isReference("experienceOutcomes", outcome)).toBe(true);
    expect(cost === null || isReference("costBands", cost)).toBe(true);
  });

  it("is about what its author does", () => {
    const { author, organisation, project, activity } = experience;
    expect(organisationsOf(author)).toContain(organisation);
    const owner = projectFile.items.find(({ slug }) => slug === project)?.owner;
    if (project) expect(owner).toBe(author);
    const member = activityFile.items.find(({ slug }) => slug === activity)?.member;
    if (activity) expect(member).toBe(author);
  });

  it("is judged by members of the directory from elsewhere", () => {
    for (const { member, stance, sinceYear, words } of experience.opinions) {
      const { status, consents, locale } = memberOf(member) ?? {};
      expect({ status, isListed: consents?.includes("members-directory") }).toEqual({
        status: "active",
        isListed: true,
      });
      expect(locale).toBe(experience.opinions.find((one) => one.member === member)?.locale);
      const shared = organisationsOf(member).filter((one) =>
        organisationsOf(experience.author).includes(one),
      );
      expect(shared).toEqual([]);
      expect(sinceYear !== null).toBe(stance === "contradicted");
      expect(words.length).toBeGreaterThanOrEqual(10);
    }
  });
});

it("two are endorsed, one is contradicted, one is not confirmed for three years", () => {
  const stances = experiences.flatMap(({ opinions }) => opinions.map(({ stance }) => stance));
  expect(stances.toSorted()).toEqual(["contradicted", "endorsed", "endorsed"]);
  const old = experiences.filter(({ publishedAt }) => publishedAt < "2024");
  expect(old.map(({ isUnconfirmed }) => isUnconfirmed)).toEqual([true]);
});

it("shows each outcome; visitors read some", () => {
  expect(new Set(experiences.map(({ outcome }) => outcome)).size).toBe(4);
  expect(experiences.filter(({ isTeased }) => isTeased).length).toBe(4);
});
