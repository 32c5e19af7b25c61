import { expect, test } from "vitest";
import { isOnlineAndOn } from "./attendance.policy";

const online = { moderation: "published", isHidden: false, progress: "open" } as const;

test.each([
  ["online", {}, true],
  ["taken down", { isHidden: true }, false],
  ["called off", { progress: "cancelled" }, false],
  ["taken back", { moderation: "withdrawn" }, false],
] as const)("whether people come to an event that is %s", (_, changed, isOn) => {
  expect(isOnlineAndOn({ ...online, ...changed })).toBe(isOn);
});
