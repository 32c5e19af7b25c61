import { describe, expect, it } from "vitest";
import { LOCALES } from "../../columns";
import {
  ENTRY_LEVELS,
  MODERATION_STATES,
  PROGRESS_STATES,
  REVISION_STATES,
  VERDICTS,
} from "../../enums";
import { isReference, type ReferenceList } from "../../reference/lists";
import memberFile from "./members.json";
import organisationFile from "./organisations.json";
import projectFile from "./projects.json";

type Words = { fr?: string; en?: string; zh?: string };

const members = memberFile.items;
const projects = projectFile.items;
const accounts = new Set([...members, ...memberFile.accounts].map((account) => account.slug));
const memberBySlug = new Map(members.map((member) => [member.slug, member]));
const organisationBySlug = new Map(
  organisationFile.items.map((organisation) => [organisation.slug, organisation]),
);

const languagesOf = (words: Words) => LOCALES.filter((locale) => words[locale]?.trim());
const unknown = (list: ReferenceList, slugs: (string | null)[]) =>
  slugs.filter((slug) => slug !== null && !isReference(list, slug));

const TEXTS = [
  "title",
  "teaser",
  "summary",
  "offered",
  "sought",
  "advantages",
  "partnerTask",
] as const;
const REASONS: Record<string, ReferenceList> = {
  "changes-requested": "reasonsChangesRequested",
  refused: "reasonsProjectRefusal",
};

describe("projects", () => {
  it.each(projects)("$slug holds known references and states", (project) => {
    expect(memberBySlug.get(project.owner)?.status).toBe("active");
    expect(project.organisations[0]).toBe(memberBySlug.get(project.owner)?.organisation);
    expect(project.organisations.filter((slug) => !organisationBySlug.has(slug))).toEqual([]);
    expect(MODERATION_STATES).toContain(project.moderation);
    expect(PROGRESS_STATES).toContain(project.progress);
    expect(unknown("profileTypes", [project.profileType])).toEqual([]);
    expect(unknown("projectKinds", [project.kind])).toEqual([]);
    expect(unknown("partnershipTypes", project.partnershipTypes)).toEqual([]);
    expect(unknown("sectors", project.sectors)).toEqual([]);
    expect(unknown("cities", project.cities)).toEqual([]);
    expect(unknown("languages", project.languages)).toEqual([]);
    expect(unknown("organisationKinds", project.partnerKinds)).toEqual([]);
    expect(unknown("partnerRoles", [project.partnerRole])).toEqual([]);
    expect(unknown("developmentStages", [project.developmentStage])).toEqual([]);
    expect(unknown("ipStatuses", project.ipStatuses)).toEqual([]);
    const ipStatuses: string[] = project.ipStatuses;
    expect(ipStatuses.includes("none") && ipStatuses.length > 1).toBe(false);
    expect(unknown("budgetBands", [project.budgetBand])).toEqual([]);
  });

  it.each(projects)(
    "$slug is written in its original language, field by field in the same others",
    (project) => {
      const languages: string[] = languagesOf(project.title);
      expect(languages).toContain(project.originalLocale);
      const optional = project.moderation === "draft" ? ["advantages", "partnerTask"] : [];
      for (const field of TEXTS) {
        if (!optional.includes(field))
          expect([field, languagesOf(project[field])]).toEqual([field, languages]);
      }
      for (const [field, stale] of Object.entries(project.stale)) {
        expect(TEXTS).toContain(field);
        expect(stale).not.toContain(project.originalLocale);
      }
    },
  );

  it.each(projects)(
    "$slug was decided by somebody else, with a reason and words where one is due",
    (project) => {
      for (const { verdict, reasonCode, words, decidedBy } of project.decisions) {
        expect(VERDICTS).toContain(verdict);
        expect(accounts.has(decidedBy)).toBe(true);
        expect(decidedBy).not.toBe(project.owner);
        const list = REASONS[verdict];
        if (list) expect(unknown(list, [reasonCode ?? "none"])).toEqual([]);
        if (list) expect(languagesOf(words ?? {})).toHaveLength(3);
      }
      const last = project.decisions.at(-1)?.verdict;
      if (["changes-requested", "refused", "published"].includes(project.moderation))
        expect(last).toBe(project.moderation);
      expect(project.publishedAt !== null).toBe(
        project.decisions.some(({ verdict }) => verdict === "published"),
      );
    },
  );

  it.each(projects)("$slug: teaser, title and slug identify nobody", (project) => {
    const shown = [
      project.slug,
      ...[project.title, project.teaser].flatMap((words: Words) => Object.values(words)),
    ];
    expect(
      shown.flatMap((text) =>
        identifyingWords(project).filter((word) => mentions(folded(text), word)),
      ),
    ).toEqual([]);
    expect(shown.filter((text) => /@|https?:|www\.|\+?\d[\d ]{8,}/.test(text))).toEqual([]);
  });

  it("cover every moderation state, a fallback, a stale translation and a waiting revision", () => {
    expect(new Set(projects.map((project) => project.moderation))).toEqual(
      new Set(MODERATION_STATES),
    );
    const onlyFrench = projects.filter((project) => languagesOf(project.title).join() === "fr");
    expect(onlyFrench.map((project) => project.slug)).toEqual([
      "castings-group-purchasing",
      "hosting-cantonese-chefs",
    ]);
    expect(projects.filter((project) => Object.keys(project.stale).length > 0)).toHaveLength(1);
    const revised = projects.filter((project) => project.revision);
    expect(revised.map((project) => project.moderation)).toEqual(["published"]);
    expect(REVISION_STATES).toContain(revised[0]?.revision?.state);
  });
});

/** Latin names as whole words, Chinese ones anywhere. */
function mentions(text: string, word: string): boolean {
  if (!/^[a-z]+$/.test(word)) return text.includes(word);
  return new RegExp(`(?<![a-z])${word}(?![a-z])`).test(text);
}

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Words of organisations' names that many others bear too. */
const COMMON = new Set(
  `ateliers associes caves centre cluster diagnostics ecole energy europe france gastronomie ingenierie institut
  laboratoire logistique management medical mobilite mobility orient procedes saone secretariat smart soierie studio
  techniques voyages`.split(/\s+/),
);

/** What would tell a reader who stands behind a project: names of people and organisations, their places and sites. */
function identifyingWords(project: (typeof projects)[number]): string[] {
  const involved = project.organisations.flatMap((slug) => organisationBySlug.get(slug) ?? []);
  const people = members.filter((member) => project.organisations.includes(member.organisation));
  const names = involved.flatMap((organisation) => [
    ...Object.values(organisation.name),
    organisation.website,
    organisation.slug,
  ]);
  const nameWords = involved
    .flatMap((organisation) => folded(organisation.name.fr).split(/[^a-z]+/))
    .filter((word) => word.length > 4 && !COMMON.has(word));
  const places = involved
    .map((organisation) => organisation.place)
    .filter((place) => !place.startsWith("lyon"));
  const persons = people.flatMap((person) => [
    person.familyName,
    person.givenName,
    person.nameZh ?? person.email,
    person.email,
  ]);
  return [...names, ...nameWords, ...places, ...persons]
    .map(folded)
    .filter((word) => word.length > 1);
}

it("about half hide their owner until an interest is accepted, as new projects do", () => {
  const levels = projects.map(({ textLevel, ownerLevel }) => [textLevel, ownerLevel]);
  expect(levels.flat().filter((level) => !ENTRY_LEVELS.some((one) => one === level))).toEqual([]);
  const hidden = projects.filter(({ ownerLevel }) => ownerLevel === "contacts").length;
  expect(Math.abs(hidden - projects.length / 2)).toBeLessThanOrEqual(1);
});
