import { expect, test } from "vitest";
import { ROOM_ROLES } from "@/db/enums";
import { isReference } from "@/db/reference/lists";
import { typographyFaults } from "@/db/reference/typography";
import { readPdf } from "@/lib/core/files/read-pdf";
import { DEMO } from "./demo-files";
import { pdfOfLines } from "./demo-pdf";
import { DEMO_OUTCOMES, DEMO_ROOMS } from "./demo-rooms";

const projectOf = (slug: string) => DEMO.projects.find((project) => project.slug === slug);
const localeOf = (slug: string) => DEMO.members.find((member) => member.slug === slug)?.locale;

test.each(DEMO_ROOMS)("the room of $project has its owner as lead and active people", (room) => {
  const project = projectOf(room.project);
  expect(project?.progress).toBe("in-progress");
  expect(room.people[0]).toMatchObject({ member: project?.owner, role: "lead" });
  for (const { member, role } of room.people) {
    expect(ROOM_ROLES).toContain(role);
    expect(DEMO.members.find(({ slug }) => slug === member)?.status).toBe("active");
  }
  const there = room.people.map(({ member }) => member);
  const writers = room.people.filter(({ role }) => role !== "observer").map(({ member }) => member);
  const authors = [...room.milestones, ...room.messages, ...room.updates].map(
    ({ author }) => author,
  );
  expect(authors.filter((author) => !writers.includes(author))).toEqual([]);
  const mentioned = room.messages.flatMap(({ mentions }) => mentions);
  expect(mentioned.filter((member) => !there.includes(member))).toEqual([]);
  for (const { startsDaysAgo, dueDaysAgo, progress } of room.milestones) {
    expect((startsDaysAgo ?? dueDaysAgo) >= dueDaysAgo).toBe(true);
    expect(progress >= 0 && progress <= 100).toBe(true);
  }
});

test.each(DEMO_ROOMS)("the texts of $project keep the typography of their languages", (room) => {
  const texts = [
    ...room.messages.map(({ author, words }) => [words, localeOf(author)] as const),
    ...room.milestones.map(({ author, title }) => [title, localeOf(author)] as const),
    ...room.updates.map(({ locale, words }) => [words, locale as "fr" | "zh"] as const),
  ];
  for (const [text, locale] of texts) expect(typographyFaults(text, locale ?? "fr")).toEqual([]);
});

test("documents are whole PDF", () => {
  const bytes = pdfOfLines(["L’été (2026)", "Deux places"]);
  expect(readPdf({ name: "a.pdf", bytes })).toEqual(bytes);
});

test.each(DEMO_OUTCOMES)("the outcome of $project is one of a project that is over", (outcome) => {
  expect(projectOf(outcome.project)?.progress).toBe("completed");
  expect(isReference("agreementKinds", outcome.agreementKind)).toBe(true);
  expect(typographyFaults(outcome.words, "fr")).toEqual([]);
});
