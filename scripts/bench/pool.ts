import { ACTIVITY_STAGES, DIRECTIONS, PROFILE_TYPES, type Visibility } from "@/db/enums";
import { referenceItems } from "@/db/reference/lists";
import activityFile from "@/db/seed/demo/activities.json" with { type: "json" };
import memberFile from "@/db/seed/demo/members.json" with { type: "json" };
import organisationFile from "@/db/seed/demo/organisations.json" with { type: "json" };
import projectFile from "@/db/seed/demo/projects.json" with { type: "json" };
import { buildActivitySearch } from "@/lib/activities/search-text";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { buildMemberSearch, type SearchedMember } from "@/lib/members/search-text";
import { buildOrganisationSearch } from "@/lib/organisations/names";
import { buildProjectSearch } from "@/lib/projects/search-text";
import { draw, drawSome, seeded } from "./seeded";

/** So many of each are made with the portal's own search lines; the club repeats them under other names. */
const POOL = { members: 2000, organisations: 500, activities: 800, projects: 400 };

const slugsOf = (list: Parameters<typeof referenceItems>[0]) =>
  referenceItems(list).map(({ slug }) => slug);

export const SECTORS = slugsOf("sectors");
export const CITIES = slugsOf("cities");
export const KINDS = slugsOf("organisationKinds");
export const ACTIVITY_KINDS = slugsOf("activityKinds");
const PLACES = slugsOf("lyonPlaces");

const STARTS =
  "Mont Beau Haute Grand Clair Val Roche Saint Font Vigne Bois Pré Pierre Belle Neuve".split(" ");
const ENDS =
  "clair brelant voisin combe fort mont rive sart villiers court champ lune gard noix sel".split(
    " ",
  );
const GIVEN =
  "Camille Élodie Théo Hélène Jérôme Zoé Baptiste Inès Gaëlle Noël Maëlle Rémi Solène Yann Clémence Loïc".split(
    " ",
  );
const SURNAMES_ZH = [..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高单曾仇解"];
const GIVEN_ZH = [..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红玲梅"];

const memberTexts = memberFile.items;
const LEVELS: Visibility[] = [
  "members",
  "members",
  "members",
  "members",
  "team",
  "contacts",
  "public",
];

/** Stands in the names of the pool for what tells one repetition of a member from the others. */
export const REPEATED = "zzqj";

/** A family name nobody has, but as names sound. */
export const familyName = (random: () => number) => draw(random, STARTS) + draw(random, ENDS);

export const nameInChinese = (random: () => number) =>
  draw(random, SURNAMES_ZH) +
  draw(random, GIVEN_ZH) +
  (random() < 0.6 ? draw(random, GIVEN_ZH) : "");

export function makeMember(random: () => number) {
  const text = (name: "jobTitle" | "bio" | "offers" | "needs") =>
    (draw(random, memberTexts)[name] ?? {}) as LocalizedText;
  const visibility: Record<string, Visibility> = {};
  for (const field of ["sectors", "cities", "bio", "nameZh"]) {
    const level = draw(random, LEVELS);
    if (level !== "members") visibility[field] = level;
  }
  const member: SearchedMember = {
    familyName: familyName(random),
    givenName: draw(random, GIVEN),
    nameZh: random() < 0.35 ? nameInChinese(random) : null,
    jobTitle: text("jobTitle"),
    bio: text("bio"),
    offers: text("offers"),
    needs: text("needs"),
    languages: ["fr", ...drawSome(random, ["en", "zh"], 2, 1)],
    sectors: drawSome(random, SECTORS, 3),
    cities: drawSome(random, CITIES, 3),
    visibility,
  };
  const repeated = { ...member, familyName: member.familyName + REPEATED };
  return { ...repeated, ...buildMemberSearch(repeated) };
}

function makeOrganisation(random: () => number) {
  const base = draw(random, organisationFile.items);
  const organisation = {
    name: {
      fr: `${draw(random, ["Atelier", "Société", "Maison", "Groupe"])} ${familyName(random)}`,
      ...(random() < 0.5 ? { zh: `${nameInChinese(random)}公司` } : {}),
    },
    description: base.description,
    kind: draw(random, KINDS, 2),
    size: base.size,
    sectors: drawSome(random, SECTORS, 3),
    country: random() < 0.7 ? "fr" : "cn",
    place: random() < 0.7 ? draw(random, PLACES) : draw(random, CITIES, 2),
    sites: drawSome(random, CITIES, 3),
    visibility: random() < 0.5 ? "public" : random() < 0.9 ? "members" : "team",
  };
  return { ...organisation, ...buildOrganisationSearch(organisation) };
}

function makeActivity(random: () => number) {
  const base = draw(random, activityFile.items);
  const activity = {
    kind: draw(random, ACTIVITY_KINDS, 2),
    direction: draw(random, DIRECTIONS, 2),
    stage: draw(random, ACTIVITY_STAGES),
    sectors: drawSome(random, SECTORS, 2),
    cities: drawSome(random, CITIES, 3),
    partner: random() < 0.3 ? base.partner : null,
    title: base.title as LocalizedText,
    summary: base.summary as LocalizedText,
    visibility: random() < 0.5 ? "public" : random() < 0.9 ? "members" : "team",
  };
  return { ...activity, ...buildActivitySearch(activity) };
}

function makeProject(random: () => number) {
  const base = draw(random, projectFile.items);
  const [sectors, cities] = [drawSome(random, SECTORS, 3), drawSome(random, CITIES, 3)];
  const isNamed = random() < 0.6;
  const said = { sectors: sectors.slice(0, 1), places: cities.slice(0, 1) };
  const texts = {
    title: base.title as LocalizedText,
    teaser: base.teaser as LocalizedText,
    summary: (base.summary ?? {}) as LocalizedText,
    offered: (base.offered ?? {}) as LocalizedText,
    sought: (base.sought ?? {}) as LocalizedText,
    advantages: (base.advantages ?? {}) as LocalizedText,
    partnerTask: (base.partnerTask ?? {}) as LocalizedText,
  };
  const levels = {
    textLevel: random() < 0.8 ? "members" : "contacts",
    ownerLevel: isNamed ? "members" : "contacts",
  } as const;
  const facts = { ...texts, ...levels, kind: base.kind, sectors, cities };
  return {
    ...facts,
    profileType: draw(random, PROFILE_TYPES),
    progress:
      random() < 0.7 ? "seeking-partners" : draw(random, ["scoping", "in-progress", "idea"]),
    partnershipTypes: base.partnershipTypes,
    partnerKinds: base.partnerKinds ?? [],
    partnerRole: base.partnerRole ?? null,
    shownSectors: said.sectors,
    shownPlaces: said.places,
    ...buildProjectSearch(facts, said, isNamed),
  };
}

const many = <One>(count: number, make: (random: () => number) => One, seed: number): One[] => {
  const random = seeded(seed);
  return Array.from({ length: count }, () => make(random));
};

/** The rows that the club is made of, the same in every run. */
export const makePool = () => ({
  members: many(POOL.members, makeMember, 1),
  organisations: many(POOL.organisations, makeOrganisation, 2),
  activities: many(POOL.activities, makeActivity, 3),
  projects: many(POOL.projects, makeProject, 4),
});
