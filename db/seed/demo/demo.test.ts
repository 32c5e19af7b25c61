import { describe, expect, it } from "vitest";
import { LOCALES } from "../../columns";
import {
  COUNTRIES,
  MEMBERSHIP_STATUSES,
  PAGE_VISIBILITIES,
  ROLES,
  VISIBILITIES,
} from "../../enums";
import { isReference, type ReferenceList } from "../../reference/lists";
import { localizedTexts, typographyFaults } from "../../reference/typography";
import activityFile from "./activities.json";
import experienceFile from "./experiences.json";
import mailingFile from "./mailings.json";
import memberFile from "./members.json";
import organisationFile from "./organisations.json";
import projectFile from "./projects.json";

type Words = { fr?: string; en?: string; zh?: string };

const members = memberFile.items;
const organisations = organisationFile.items;
const projects = projectFile.items;
const organisationBySlug = new Map(
  organisations.map((organisation) => [organisation.slug, organisation]),
);

const languagesOf = (words: Words) => LOCALES.filter((locale) => words[locale]?.trim());
const placesOf = (country: string) => (country === "fr" ? "lyonPlaces" : "cities");
const unknown = (list: ReferenceList, slugs: (string | null)[]) =>
  slugs.filter((slug) => slug !== null && !isReference(list, slug));

it.each([
  ["members", members],
  ["accounts", memberFile.accounts],
  ["organisations", organisations],
  ["activities", activityFile.items],
  ["projects", projects],
  ["experiences", experienceFile.items],
])("%s have unique slugs of a-z, 0-9 and hyphen", (_, items) => {
  expect(new Set(items.map((item) => item.slug)).size).toBe(items.length);
  expect(items.filter((item) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(item.slug))).toEqual([]);
});

it("keeps the typography of each language", () => {
  const faults = localizedTexts({
    memberFile,
    organisationFile,
    activityFile,
    projectFile,
    experienceFile,
    mailingFile,
  }).flatMap(([path, locale, text]) =>
    typographyFaults(text, locale).map((fault) => `${path} ${locale}: ${fault}: ${text}`),
  );
  expect(faults).toEqual([]);
});

describe("organisations", () => {
  it.each(organisations)(
    "$slug is described in three languages with known references",
    (organisation) => {
      expect(languagesOf(organisation.name)).toHaveLength(3);
      expect(languagesOf(organisation.description)).toHaveLength(3);
      expect(unknown("organisationKinds", [organisation.kind])).toEqual([]);
      expect(unknown("organisationSizes", [organisation.size])).toEqual([]);
      expect(COUNTRIES).toContain(organisation.country);
      expect(unknown(placesOf(organisation.country), [organisation.place])).toEqual([]);
      expect(
        organisation.sites.filter(
          (site) => !isReference("lyonPlaces", site) && !isReference("cities", site),
        ),
      ).toEqual([]);
      expect(organisation.sites).not.toContain(organisation.place);
      expect(unknown("sectors", organisation.sectors)).toEqual([]);
      expect(LOCALES).toContain(organisation.originalLocale);
      expect(PAGE_VISIBILITIES).toContain(organisation.visibility);
    },
  );

  it("are seated in Lyon, in mainland China and in Hong Kong; some open to all, some to members", () => {
    const countries = new Set(organisations.map(({ country }) => country));
    expect(countries).toEqual(new Set(["fr", "cn", "hk"]));
    const levels = new Set(organisations.map(({ visibility }) => visibility));
    expect(levels).toEqual(new Set(["public", "members", "team"]));
  });

  it("have one manager each, but for those that wait for one", () => {
    const managed = members.flatMap(({ manages }) => manages);
    expect(new Set(managed).size).toBe(managed.length);
    const others = organisations.filter(({ slug }) => !managed.includes(slug));
    expect(others.map(({ slug }) => slug)).toEqual([
      "novatrame-mobilite",
      "labo-urbaterra",
      "club-secretariat",
      "lixi-wines",
    ]);
  });
});

describe("members", () => {
  const FIELDS =
    "nameZh jobTitle bio offers needs languages sectors cities organisation email phone wechat".split(
      " ",
    );

  it.each(members)("$slug has texts in three languages and known references", (member) => {
    for (const text of [member.jobTitle, member.bio, member.offers, member.needs]) {
      expect(languagesOf(text)).toHaveLength(3);
    }
    expect(unknown("sectors", member.sectors)).toEqual([]);
    expect(unknown("cities", member.cities)).toEqual([]);
    expect(unknown("languages", member.languages)).toEqual([]);
    expect(unknown("membershipCategories", [member.category])).toEqual([]);
    expect(unknown("memberFunctions", [member.clubFunction])).toEqual([]);
    expect(organisationBySlug.has(member.organisation)).toBe(true);
    expect(ROLES).toContain(member.role);
    expect(MEMBERSHIP_STATUSES).toContain(member.status);
    expect(member.email).toMatch(/^[a-z.-]+@example\.org$/);
    for (const [field, level] of Object.entries(member.visibility)) {
      expect(FIELDS).toContain(field);
      expect(VISIBILITIES).toContain(level);
    }
  });

  it("show every visibility level, a moderator, a pending, a suspended and a lapsed member", () => {
    expect(new Set(members.flatMap((member) => Object.values(member.visibility)))).toEqual(
      new Set(VISIBILITIES),
    );
    const slugsOf = (status: string) =>
      members.filter((member) => member.status === status).map((member) => member.slug);
    expect(
      members.filter((member) => member.role === "moderator").map((member) => member.slug),
    ).toEqual(["lin-meihua"]);
    expect(slugsOf("pending")).toEqual(["sun-haoran"]);
    expect(slugsOf("suspended")).toEqual(["damien-roussillac"]);
    expect(slugsOf("lapsed")).toEqual(["olivier-pontremble"]);
  });

  it.each(members)("$slug belongs to known organisations, and manages only those", (member) => {
    const others = member.otherOrganisations.map(({ slug }) => slug);
    const own = [member.organisation, ...others];
    expect(own.filter((slug) => !organisationBySlug.has(slug))).toEqual([]);
    expect(new Set(own).size).toBe(own.length);
    expect(member.manages.filter((slug: string) => !own.includes(slug))).toEqual([]);
    for (const { position } of member.otherOrganisations) {
      expect(languagesOf(position)).toHaveLength(3);
    }
  });

  it.each(members)("$slug gave or took back known consents, each once", (member) => {
    const withdrawn = Object.entries(member.withdrawnConsents);
    const purposes = [...member.consents, ...withdrawn.map(([purpose]) => purpose)];
    expect(unknown("consentPurposes", purposes)).toEqual([]);
    expect(new Set(purposes).size).toBe(purposes.length);
    expect(purposes).toEqual(expect.arrayContaining(["charter", "privacy-notice"]));
    for (const [, day] of withdrawn) expect(day > (member.joinedOn ?? "9")).toBe(true);
  });

  it("stand in the directory, all but one who took that back", () => {
    const unlisted = members.filter(({ consents }) => !consents.includes("members-directory"));
    expect(unlisted.map(({ slug }) => slug)).toEqual(["fabrice-mondelain"]);
  });

  it("who are suspended know why", () => {
    const suspended = members.filter((member) => member.status === "suspended");
    for (const { decision } of suspended) {
      expect(unknown("reasonsSuspension", [decision?.reasonCode ?? "none"])).toEqual([]);
      expect(languagesOf(decision?.words ?? {})).toHaveLength(3);
    }
  });
});
