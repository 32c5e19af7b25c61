import { expect, test } from "vitest";
import { houseSources } from "./imports";

/** What somebody may still do whose membership has lapsed, beside what any account may: their profile, their rooms, to report what is wrong and to disagree with what was taken down of theirs. */
const FOR_READERS = {
  members: "confirmProfile markNewsSeen removePortrait saveProfile settleName",
  affiliations: "chooseMain leaveOrganisation setPosition withdrawRequest",
  interests: "chooseInterestMachine stopHiddenMachines translateInterest",
  introductions:
    "chooseIntroductionMachine endContact forgetIntroductionTranslation translateIntroduction",
  rooms: `addLink changeMilestone changeRole chooseMachine chooseRoomMails closeRoom inviteToRoom leaveRoom orderTranslation planMilestone postMessage removeDocument
    removeFromRoom removeMilestone takeBackNews tellNews withdrawRoomInvitation`,
  moderation: "appeal report",
};

/** Pages that only write: whoever may not is sent to where their standing is explained. */
const FOR_ACTORS = `(club)/activities/[slug]/edit (club)/activities/[slug]/remove (club)/activities/new
  (club)/cooperations/[slug]/parties (club)/cooperations/new (club)/entry-edit-page.tsx (club)/entry-remove-page.tsx
  (club)/events/[slug]/after (club)/events/[slug]/check-in (club)/events/[slug]/check-in/[party]
  (club)/events/[slug]/hosts (club)/events/[slug]/people (club)/events/[slug]/register (club)/events/[slug]/registrations (club)/events/new
  (club)/experiences/[slug]/settings (club)/experiences/new (club)/organisations/[slug]/edit (club)/organisations/new
  (club)/projects/[slug]/edit (club)/projects/[slug]/interest (club)/projects/[slug]/outcome (club)/projects/[slug]/settings
  (club)/projects/new (member)/account/kept/search (member)/introductions/new`;

const sorted = (words: string) => words.trim().split(/\s+/).sort();

test("whose membership has lapsed acts through these doors and no other", () => {
  const found = houseSources().flatMap(({ file, source }) => {
    const [, room] = /^lib\/(.+)\/actions\.ts$/.exec(file) ?? [];
    const names = [...source.matchAll(/^export const (\w+)Action = readerAction\(/gm)];
    return names.map(([, name]) => `${room} ${name}`);
  });
  const expected = Object.entries(FOR_READERS).flatMap(([room, names]) =>
    sorted(names).map((name) => `${room} ${name}`),
  );
  expect(found.sort()).toEqual(expected.sort());
});

test("pages that only write ask who may act", () => {
  const found = houseSources()
    .filter(({ file, source }) => file.startsWith("app/") && /\brequireActor\b/.test(source))
    .map(({ file }) => file.replace("app/[locale]/", "").replace(/\/page\.tsx$/, ""));
  expect(found.sort()).toEqual(sorted(FOR_ACTORS));
});

/** What a page of people is read by, the club team's apart. */
const READS_PEOPLE =
  /\b(listMembers|getMember|listPeople)\b[^;]* from "@\/lib\/(directory|members|affiliations)\/queries"/;

test("every page of people counts among those that an account may turn", () => {
  const pages = houseSources().filter(
    ({ file, source }) => /^app\/.*\/page\.tsx$/.test(file) && READS_PEOPLE.test(source),
  );
  const uncounted = pages.filter(({ source }) => !/\bspendDirectoryPage\(/.test(source));
  expect(pages.length).toBeGreaterThan(4);
  expect(uncounted.map(({ file }) => file)).toEqual([]);
});
