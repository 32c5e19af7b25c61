import { afterAll, expect, test } from "vitest";
import type { Country, Direction, Visibility } from "@/db/enums";
import activityFile from "@/db/seed/demo/activities.json";
import memberFile from "@/db/seed/demo/members.json";
import organisationFile from "@/db/seed/demo/organisations.json";
import projectFile from "@/db/seed/demo/projects.json";
import { LOCALES } from "@/lib/core/i18n/locales";
import { fold } from "@/lib/core/text/fold";
import { levelOf, type MemberField } from "@/lib/members/policy";
import { simplified } from "@/lib/search/simplified";
import { isGeneral } from "./general-words";
import judgedFile from "./judged-pairs.json";
import { type CandidateFacts, directionOf, type ProjectFacts, tradeOf } from "./matching-facts";
import { matchOf } from "./matching-score";
import { tellingWords } from "./matching-words";
import { reasonWords } from "./reason-words";
import { soughtTexts } from "./sought-texts";

type Judged = Record<string, Record<string, number>>;

const judged: Judged = judgedFile.projects as unknown as Judged;
const organisations = new Map(organisationFile.items.map((one) => [one.slug, one]));
const demoProjects = projectFile.items.filter(({ slug }) => slug in judged);
const demoMembers = memberFile.items.filter(({ status }) => status === "active");

const projectFacts = demoProjects.map((project): ProjectFacts => {
  const { slug, sectors, cities, languages, partnershipTypes, partnerKinds, partnerRole } = project;
  const ownerKind = organisations.get(project.organisations[0] ?? "")?.kind ?? null;
  return {
    ...{ slug, sectors, cities, languages, partnershipTypes, partnerKinds, partnerRole },
    direction: directionOf({ kind: project.kind, ownerKind, cities }),
    ...soughtTexts(project),
  };
});

/** A member as others see them, or (`isSelf`) as they see themselves. */
function candidateFacts(member: (typeof demoMembers)[number], isSelf: boolean): CandidateFacts {
  const visibility = (member.visibility ?? {}) as Record<string, Visibility>;
  const isOpen = (field: MemberField) =>
    isSelf || ["public", "members"].includes(levelOf(visibility, field));
  const organisation = organisations.get(member.organisation);
  const activities = activityFile.items
    .filter((one) => one.member === member.slug)
    .filter((one) => isSelf || ["public", "members"].includes(one.visibility))
    .map((one) => ({ ...one, direction: one.direction as Direction }));
  return {
    slug: member.slug,
    sectors: isOpen("sectors") ? member.sectors : [],
    cities: isOpen("cities") ? member.cities : [],
    languages: isOpen("languages") ? member.languages : [],
    offers: tellingWords(isOpen("offers") ? member.offers : null),
    needs: tellingWords(isOpen("needs") ? member.needs : null),
    trade: tradeOf({
      sectors: isOpen("sectors") ? member.sectors : [],
      organisationKind: organisation?.kind ?? null,
    }),
    organisationKind: organisation?.kind ?? null,
    country: (organisation?.country as Country) ?? null,
    activities,
    earlier: [],
  };
}

type Pair = { project: string; member: string; grade: number; score: number };

/** Every pair but those of people who take part in the project. */
function pairs(isSelf: boolean): Pair[] {
  return demoProjects.flatMap((project, index) =>
    demoMembers
      .filter(
        ({ slug, organisation }) =>
          slug !== project.owner && !project.organisations.includes(organisation),
      )
      .map((member) => ({
        project: project.slug,
        member: member.slug,
        grade: judged[project.slug]?.[member.slug] ?? 0,
        score:
          matchOf(projectFacts[index] as ProjectFacts, candidateFacts(member, isSelf), "fr")
            ?.score ?? 0,
      })),
  );
}

test.each(LOCALES)("no reason quotes a general word, in %s", (locale) => {
  const quoted = demoProjects.flatMap((_, index) =>
    demoMembers.flatMap((member) => {
      const match = matchOf(
        projectFacts[index] as ProjectFacts,
        candidateFacts(member, true),
        locale,
      );
      return (match?.reasons ?? []).flatMap(({ reason }) => {
        const words = reasonWords(reason, "theirs", locale).quoted ?? "";
        return [...words.matchAll(/[«“]\s?(.+?)\s?[»”]/gu)].map(([, word = ""]) =>
          simplified(fold(word)),
        );
      });
    }),
  );
  expect(quoted.length).toBeGreaterThan(3);
  expect(quoted.filter(isGeneral)).toEqual([]);
  expect(["lots", "wechat", "合作"].every(isGeneral)).toBe(true);
});

type Measured = { of: string; precision: number; possible: number };

function measure(by: "member" | "project", all: Pair[]): Measured[] {
  const other = by === "member" ? "project" : "member";
  return [...new Set(all.map((pair) => pair[by]))].flatMap((of) => {
    const judgedHere = all.filter((pair) => pair[by] === of);
    const relevant = judgedHere.filter(({ grade }) => grade > 0).length;
    // A list nothing belongs on says nothing about the order of what is on it.
    if (judgedHere.length < 5 || relevant === 0) return [];
    const shown = judgedHere
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a[other] < b[other] ? -1 : 1))
      .slice(0, 5);
    const hits = shown.filter(({ grade }) => grade > 0).length;
    const possible = Math.min(5, relevant) / 5;
    return [{ of, precision: hits / 5, possible }];
  });
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const lines: string[] = [];

function report(name: string, measured: Measured[]) {
  const precision = mean(measured.map((one) => one.precision));
  const possible = mean(measured.map((one) => one.possible));
  const share = precision / possible;
  lines.push(
    `${name}: mean precision@5 ${precision.toFixed(3)}, best possible ${possible.toFixed(3)}, reached ${share.toFixed(3)}`,
  );
  return { share };
}

afterAll(() => console.info(lines.join("\n")));

/** Each list by itself, for who looks where it fails. */
function reportEach(measured: Measured[]) {
  for (const { of, precision, possible } of measured) {
    lines.push(`${of}: precision@5 ${precision.toFixed(2)} of ${possible.toFixed(2)}`);
  }
}

const forMembers = pairs(true);
const forProjects = pairs(false);

/** The weights are set by every other project, as they stand in the file; the rest only tells how well that carries over. */
const TUNED_ON = new Set(Object.keys(judged).filter((_, index) => index % 2 === 0));
const isTunedOn = ({ project }: Pair) => TUNED_ON.has(project);
const isHeldOut = (pair: Pair) => !isTunedOn(pair);

test("at least 30 pairs are judged, each of people and projects that are there", () => {
  const slugs = new Set(demoMembers.map(({ slug }) => slug));
  const named = Object.values(judged).flatMap((grades) => Object.keys(grades));
  expect(named.filter((slug) => !slugs.has(slug))).toEqual([]);
  expect(demoProjects).toHaveLength(Object.keys(judged).length);
  const counted = forMembers.filter(({ grade }) => grade > 0).length;
  lines.push(`judged pairs: ${forMembers.length}, of which ${counted} fit`);
  expect(counted).toBeGreaterThanOrEqual(30);
});

test("projects that fit come first in a member's list", () => {
  const measured = measure("member", forMembers);
  reportEach(measured);
  report("members' lists, tuned half", measure("member", forMembers.filter(isTunedOn)));
  const heldOut = report(
    "members' lists, held out",
    measure("member", forMembers.filter(isHeldOut)),
  );
  expect(report("members' lists", measured).share).toBeGreaterThan(0.72);
  expect(heldOut.share).toBeGreaterThan(0.81);
});

test("members who fit come first in a project's list", () => {
  const measured = measure("project", forProjects);
  reportEach(measured);
  report("projects' lists, tuned half", measure("project", forProjects.filter(isTunedOn)));
  const heldOut = report(
    "projects' lists, held out",
    measure("project", forProjects.filter(isHeldOut)),
  );
  expect(report("projects' lists", measured).share).toBeGreaterThan(0.6);
  expect(heldOut.share).toBeGreaterThan(0.62);
});
