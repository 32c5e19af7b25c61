import { expect, test } from "vitest";
import { EVENT_PROGRESS, MODERATION_STATES } from "@/db/enums";
import { viewerWith } from "@/db/viewer-factory";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { OPEN_ENTRY_STATES } from "@/lib/entries/policy";
import { HOST_ANSWERS, hostRefusal } from "./hosts.policy";

const manager: Viewer = viewerWith({ accountId: "account" });

const NOW = new Date("2031-10-01T00:00:00Z");

const event = {
  moderation: "published",
  isHidden: false,
  progress: "open",
  endsAt: new Date("2031-10-15T08:00:00Z"),
} as const;

const asked = { isManager: true, standing: "asked" } as const;
const agreed = { isManager: true, standing: "agreed" } as const;
const none = { isManager: true, standing: "none" } as const;

const over = { ...event, endsAt: NOW };
const cancelled = { ...event, progress: "cancelled" } as const;

test.each([
  ["a yes that was asked for", manager, event, asked, "agreed", null],
  ["a no", manager, event, asked, "declined", null],
  ["a yes again", manager, event, agreed, "agreed", "hostAnswered"],
  ["a no after somebody else's yes", manager, event, agreed, "declined", "hostAnswered"],
  ["a no again", manager, event, none, "declined", "hostAnswered"],
  ["a yes after somebody else's no", manager, event, none, "agreed", "hostAnswered"],
  ["a yes taken back", manager, event, agreed, "left", null],
  ["a yes taken back that was none", manager, event, asked, "left", "hostAnswered"],
  ["a yes to what is over", manager, over, asked, "agreed", "eventIsOver"],
  ["a no to what is over", manager, over, asked, "declined", null],
  ["a yes taken back once it is over", manager, over, agreed, "left", null],
  ["a yes to what is called off", manager, cancelled, asked, "agreed", "eventIsCancelled"],
  ["a no to what is called off", manager, cancelled, asked, "declined", null],
  ["one taken down", manager, { ...event, isHidden: true }, asked, "agreed", "moveNotAllowed"],
  ["without a day", manager, { ...event, endsAt: null }, asked, "agreed", null],
  ["no manager", manager, event, { ...asked, isManager: false }, "agreed", "hostNotManaged"],
  ["no longer", manager, event, { ...agreed, isManager: false }, "left", "hostNotManaged"],
  ["a visitor", null, event, asked, "agreed", "hostNotManaged"],
] as const)("%s", (_, viewer, of, facts, answer, refusal) => {
  expect(hostRefusal(viewer, of, facts, answer, NOW)).toBe(refusal);
});

test("whoever does not act answers nothing", () => {
  for (const status of ["suspended", "lapsed", "left", "pending"] as const) {
    for (const answer of HOST_ANSWERS) {
      const facts = answer === "left" ? agreed : asked;
      expect(hostRefusal({ ...manager, status }, event, facts, answer, NOW)).toBe("hostNotManaged");
    }
  }
});

test("a yes counts from the draft on until it is taken off, however far registration is", () => {
  const held: readonly string[] = OPEN_ENTRY_STATES;
  for (const moderation of MODERATION_STATES) {
    const said = hostRefusal(manager, { ...event, moderation }, asked, "agreed", NOW);
    expect(said).toBe(held.includes(moderation) ? null : "moveNotAllowed");
  }
  for (const progress of EVENT_PROGRESS) {
    const said = hostRefusal(manager, { ...event, progress }, asked, "agreed", NOW);
    expect(said).toBe(progress === "cancelled" ? "eventIsCancelled" : null);
  }
});
