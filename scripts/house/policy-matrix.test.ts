import { afterAll, describe, expect, test } from "vitest";
import { ACCOUNT_MOVES } from "@/lib/accounts/policy";
import { REQUEST_MOVES } from "@/lib/affiliations/policy";
import { APPLICATION_MOVES } from "@/lib/applications/policy";
import { ENTRY_MOVES, REVISION_MOVES, TRUSTED_MOVES } from "@/lib/entries/policy";
import { OFFER_MOVES } from "@/lib/entries/translations.policy";
import { EVENT_MOVES, REGISTRATION_MOVES } from "@/lib/events/registrations.policy";
import { INTEREST_MOVES } from "@/lib/interests/policy";
import { INTRODUCTION_MOVES } from "@/lib/introductions/policy";
import { MAILING_MOVES } from "@/lib/mailings/policy";
import { PROGRESS_MOVES } from "@/lib/projects/policy";
import { ROOM_INVITATION_MOVES } from "@/lib/rooms/policy";
import { policyRulesOf } from "./house-rules";
import { houseSources } from "./imports";
import { accountCells } from "./rights/accounts";
import { activityCells } from "./rights/activities";
import type { Cell } from "./rights/actors";
import { affiliationCells } from "./rights/affiliations";
import { applicationCells } from "./rights/applications";
import { arrivalCells } from "./rights/arrivals";
import { askCells } from "./rights/asks";
import { bookmarkCells } from "./rights/bookmarks";
import { consentCells } from "./rights/consents";
import { cooperationCells } from "./rights/cooperations";
import { deskCells } from "./rights/desk";
import { duesCells } from "./rights/dues";
import { entryCells } from "./rights/entries";
import { entryPartCells } from "./rights/entry-parts";
import { eventCells } from "./rights/events";
import { experienceCells } from "./rights/experiences";
import { heritageCells } from "./rights/heritage";
import { interestCells } from "./rights/interests";
import { introductionCells } from "./rights/introductions";
import { invitationCells } from "./rights/invitations";
import { mailingCells } from "./rights/mailings";
import { matchingCells } from "./rights/matching";
import { MOVES } from "./rights/moves";
import { notificationCells } from "./rights/notifications";
import { organisationCells } from "./rights/organisations";
import { outcomeCells } from "./rights/outcomes";
import { pageCells } from "./rights/pages";
import { projectCells } from "./rights/projects";
import { reportCells } from "./rights/reports";
import { roomCells } from "./rights/rooms";
import { secondFactorCells } from "./rights/second-factor";
import { takeDownCells } from "./rights/take-downs";
import { translationCells } from "./rights/translations";

const NOUNS: [noun: string, cells: Cell[]][] = [
  ["accounts", accountCells()],
  ["applications", applicationCells()],
  ["organisations", organisationCells()],
  ["affiliations", affiliationCells()],
  ["activities", activityCells()],
  ["arrivals", arrivalCells()],
  ["introductions", introductionCells()],
  ["invitations", invitationCells()],
  ["asks", askCells()],
  ["bookmarks", bookmarkCells()],
  ["consents", consentCells()],
  ["matching", matchingCells()],
  ["mailings", mailingCells()],
  ["entries", entryCells()],
  ["projects", projectCells()],
  ["experiences", experienceCells()],
  ["cooperations", cooperationCells()],
  ["events", eventCells()],
  ["heritage", heritageCells()],
  ["pages", pageCells()],
  ["entry parts", entryPartCells()],
  ["interests", interestCells()],
  ["outcomes", outcomeCells()],
  ["rooms", roomCells()],
  ["translations", translationCells()],
  ["notifications", notificationCells()],
  ["second factor", secondFactorCells()],
  ["take-downs", takeDownCells()],
  ["reports", reportCells()],
  ["desk", deskCells()],
  ["dues", duesCells()],
];

const said = (isAllowed: boolean) => (isAllowed ? "allowed" : "refused");

describe("who may do what", () => {
  test.each(NOUNS)("%s: the code and the table agree", (_noun, cells) => {
    const differing = cells
      .filter(({ isAllowed, isExpected }) => isAllowed !== isExpected)
      .map(({ rule, on, by, isAllowed, isExpected }) => {
        const table = isExpected === undefined ? "silent" : said(isExpected);
        return `${rule} on ${on} by ${by}: ${said(isAllowed)}, the table: ${table}`;
      });
    expect(differing.slice(0, 20)).toEqual([]);
  });

  test("each rule is allowed to somebody and refused to somebody", () => {
    const outcomes = new Map<string, Set<boolean>>();
    for (const { rule, isAllowed } of NOUNS.flatMap(([, cells]) => cells)) {
      outcomes.set(rule, (outcomes.get(rule) ?? new Set()).add(isAllowed));
    }
    const same = [...outcomes].filter(([, seen]) => seen.size < 2).map(([rule]) => rule);
    expect(same).toEqual([]);
  });
});

test.each([
  ["account", ACCOUNT_MOVES],
  ["application", APPLICATION_MOVES],
  ["request", REQUEST_MOVES],
  ["offer", OFFER_MOVES],
  ["entry", ENTRY_MOVES],
  ["trusted", TRUSTED_MOVES],
  ["revision", REVISION_MOVES],
  ["progress", PROGRESS_MOVES],
  ["interest", INTEREST_MOVES],
  ["introduction", INTRODUCTION_MOVES],
  ["registration", REGISTRATION_MOVES],
  ["event", EVENT_MOVES],
  ["roomInvitation", ROOM_INVITATION_MOVES],
  ["mailing", MAILING_MOVES],
] as const)("moves of a %s", (name, moves) => {
  const listed = Object.entries(MOVES[name]).map(([from, to]) => [
    from,
    to.split(" ").filter(Boolean).sort(),
  ]);
  const coded = Object.entries(moves).map(([from, to]) => [from, [...to].sort()]);
  expect(Object.fromEntries(coded)).toEqual(Object.fromEntries(listed));
});

test("every rule of every policy is in the matrix", () => {
  const tried = new Set(
    NOUNS.flatMap(([, cells]) => cells.map(({ rule }) => rule.split(" ", 1)[0] ?? "")),
  );
  expect([...tried].sort()).toEqual(policyRulesOf(houseSources()).sort());
}, 30_000);

test.each(["lib/rooms/policy.ts", "lib/rooms/people.policy.ts", "lib/entries/files/policy.ts"])(
  "a rule in %s would be missed",
  (file) => {
    const source = "export function canPlant(viewer: Viewer) {}";
    expect(policyRulesOf([{ file, source }])).toEqual(["canPlant"]);
  },
);

afterAll(() => {
  const unexpected = (cells: Cell[]) =>
    cells.filter(({ isAllowed, isExpected }) => isAllowed && isExpected !== true).length;
  const lines = NOUNS.map(
    ([noun, cells]) => `${noun} ${cells.length} cells, unexpected allows: ${unexpected(cells)}`,
  );
  const all = NOUNS.flatMap(([, cells]) => cells);
  console.info(
    [...lines, `cells tried: ${all.length}, unexpected allows: ${unexpected(all)}`].join("\n"),
  );
});
