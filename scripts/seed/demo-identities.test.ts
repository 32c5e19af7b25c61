import { expect, test } from "vitest";
import { textsReadUnnamed as textsOfExperience } from "@/lib/experiences/experience";
import { findIdentities, textsReadUnnamed } from "@/lib/projects/identifies-owner";
import { DEMO } from "./demo-files";

function marksOf(slug: string) {
  const member = DEMO.members.find((one) => one.slug === slug);
  if (!member) throw new Error(`nobody in the demo is called ${slug}`);
  const own = [member.organisation, ...member.otherOrganisations];
  const organisations = DEMO.organisations.filter((one) => own.includes(one.slug));
  const { familyName, givenName, nameZh, email, phone, wechat } = member;
  return {
    ...{ familyName, givenName, nameZh: nameZh ?? null },
    organisations: organisations.map(({ name }) => name),
    contacts: [email, phone ?? null, wechat ?? null],
  };
}

test.each(DEMO.projects.map((one) => [one.slug, one] as const))(
  "%s tells nobody who may not know who proposes it",
  (_, project) => {
    const read = textsReadUnnamed(project).map((field) => [field, project[field]]);
    expect(findIdentities(Object.fromEntries(read), marksOf(project.owner))).toEqual([]);
  },
);

test.each(DEMO.experiences.map((one) => [one.slug, one] as const))(
  "what visitors read of %s tells nobody who wrote it",
  (_, experience) => {
    const read = textsOfExperience(experience, experience);
    expect(findIdentities(read, marksOf(experience.author))).toEqual([]);
  },
);
