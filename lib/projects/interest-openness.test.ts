import { describe, expect, test } from "vitest";
import { PROGRESS_STATES, type ProgressState } from "@/db/enums";
import { interestRefusal } from "@/lib/interests/policy";
import { interestOpenness, type Openness } from "./interest-openness";

const day = "2026-11-25";
const seeking = { progress: "seeking-partners", deadline: null, acceptingInterests: true } as const;

describe("expressions of interest are", () => {
  test.each<[Openness, string, Partial<Parameters<typeof interestOpenness>[0]>]>([
    ["open", "as long as its owner takes them", {}],
    ["open", "on the last day", { deadline: day }],
    ["notNow", "after it", { deadline: "2026-11-24" }],
    ["notNow", "where its owner takes none", { acceptingInterests: false }],
    ["notNow", "while it is paused", { progress: "paused" }],
    ["notNow", "while it is on hold", { progress: "on-hold" }],
    ["over", "once it is completed", { progress: "completed" }],
    ["over", "once it is dropped", { progress: "dropped", deadline: "2026-11-24" }],
  ])("%s: %s", (openness, _when, values) => {
    expect(interestOpenness({ ...seeking, ...values }, day)).toBe(openness);
  });
});

test.each<ProgressState>([...PROGRESS_STATES])("the page and the door agree on %s", (progress) => {
  const reader = { accountId: "a", memberId: "m", status: "active" } as never;
  for (const acceptingInterests of [true, false]) {
    for (const deadline of [null, day, "2026-11-24"]) {
      const project = { progress, deadline, acceptingInterests };
      const refusal = interestRefusal(
        reader,
        {
          ...project,
          ownerId: "owner",
          ownerStatus: "active",
          moderation: "published",
          isColleague: false,
          isStanding: false,
          open: 0,
          isBlocked: false,
        },
        day,
      );
      expect(interestOpenness(project, day) === "open").toBe(refusal === null);
    }
  }
});
