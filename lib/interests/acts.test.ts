import { expect, test } from "vitest";
import type { InterestState } from "@/db/enums";
import { viewerWith } from "@/db/viewer-factory";
import { actsOf, chosenAct } from "./acts";

const acts = (who: string, state: InterestState, contactEndedOn: string | null = null) =>
  actsOf(viewerWith({ memberId: who }), {
    state,
    contactEndedOn,
    senderId: "sender",
    ownerId: "owner",
    senderStatus: "active",
    moderation: "published",
  }).join(" ");

test("what each side is offered", () => {
  expect(acts("owner", "sent")).toBe("accept ask decline review");
  expect(acts("owner", "under-review")).toBe("accept ask decline");
  expect(acts("owner", "more-info-asked")).toBe("decline");
  expect(acts("sender", "sent")).toBe("withdraw");
  expect(acts("sender", "more-info-asked")).toBe("answer withdraw");
  expect(acts("sender", "accepted")).toBe("in-talks agreement no-agreement");
  expect(acts("owner", "in-talks")).toBe("agreement no-agreement");
  for (const state of ["declined", "withdrawn", "lapsed", "agreement", "no-agreement"] as const) {
    expect(acts("owner", state) + acts("sender", state)).toBe("");
  }
});

test("no talks begin once their contact has ended; what came of it may still be said", () => {
  expect(acts("owner", "accepted", "2026-11-20")).toBe("agreement no-agreement");
});

test("an address names only what is possible", () => {
  expect(chosenAct(["accept", "decline"], "decline")).toBe("decline");
  expect(chosenAct(["accept", "decline"], "withdraw")).toBeNull();
  expect(chosenAct(["answer", "withdraw"], undefined)).toBe("answer");
});
