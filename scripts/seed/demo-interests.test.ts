import { describe, expect, it } from "vitest";
import { INTEREST_STATES } from "@/db/enums";
import { isReference } from "@/db/reference/lists";
import { typographyFaults } from "@/db/reference/typography";
import { countGraphemes } from "@/lib/core/text/fields";
import { ANSWER_MAX, ANSWER_MIN } from "@/lib/interests/interest-limits";
import { INTEREST_MOVES } from "@/lib/interests/policy";
import { DEMO } from "./demo-files";

const { interests, projects, members } = DEMO;
const answers = ["cooperation", "unclear", "about"] as const;

it("has one in every state, and one open a member and project", () => {
  const states = new Set(interests.map(({ moves }) => moves.at(-1)?.state));
  expect([...states].sort()).toEqual([...INTEREST_STATES].sort());
  const pairs = interests.map(({ member, project }) => `${member} ${project}`);
  expect(new Set(pairs).size).toBe(pairs.length);
});

describe.each(interests)("$member in $project", (interest) => {
  const { member, project, locale, moves, messages } = interest;
  const proposed = projects.find(({ slug }) => slug === project);
  const sender = members.find(({ slug }) => slug === member);
  const owner = members.find(({ slug }) => slug === proposed?.owner);

  it("is between an active member and the owner of a project online, not of one organisation", () => {
    expect(proposed?.moderation).toBe("published");
    expect([sender?.status, owner?.status]).toEqual(["active", "active"]);
    const own = [
      sender?.organisation,
      ...(sender?.otherOrganisations ?? []).map(({ slug }) => slug),
    ];
    expect(own).not.toContain(owner?.organisation);
  });

  it("moves as the table allows, by one who may, in the order of time", () => {
    expect(moves[0]).toMatchObject({ state: "sent", by: "sender" });
    for (const [index, move] of moves.slice(1).entries()) {
      const before = moves[index];
      expect(INTEREST_MOVES[before?.state ?? "lapsed"]).toContain(move.state);
      expect(move.daysAgo).toBeLessThanOrEqual(before?.daysAgo ?? 0);
      if (move.reasonCode)
        expect(isReference("reasonsInterestDecline", move.reasonCode)).toBe(true);
    }
  });

  it.each(answers)("%s is as long as an answer may be, and well set", (answer) => {
    const count = countGraphemes(interest[answer]);
    expect(count).toBeGreaterThanOrEqual(ANSWER_MIN);
    expect(count).toBeLessThanOrEqual(ANSWER_MAX);
    expect(typographyFaults(interest[answer], locale)).toEqual([]);
  });

  it("is talked about in well set words", () => {
    for (const { by, words } of messages) {
      const writer = by === "sender" ? locale : (owner?.locale ?? "fr");
      expect(typographyFaults(words, writer)).toEqual([]);
    }
  });
});
