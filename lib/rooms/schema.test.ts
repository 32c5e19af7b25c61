import { describe, expect, test } from "vitest";
import { changeMilestoneInput, inviteToRoomInput, planMilestoneInput } from "./schema";

const id = "00000000-0000-4000-8000-000000000001";

const codesOf = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.error?.issues.map(({ message }) => message) ?? [];

describe("a milestone", () => {
  const given = { milestoneId: id, version: "1", title: "Échantillons", dueOn: "2027-03-31" };

  test.each([
    ["0", []],
    ["100", []],
    [" 40 ", []],
    ["101", ["notAPercentage"]],
    ["-1", ["notAPercentage"]],
    ["12.5", ["notAPercentage"]],
    ["", ["notAPercentage"]],
    ["４０", ["notAPercentage"]],
  ])("progress %j", (progress, codes) => {
    expect(codesOf(changeMilestoneInput.safeParse({ ...given, progress }))).toEqual(codes);
  });

  test.each([
    [{ dueOn: "" }, ["required"]],
    [{ dueOn: "2027-02-30" }, ["notADate"]],
    [{ dueOn: "2027-03-31", startsOn: "soon" }, ["notADate"]],
    [{ dueOn: "2027-03-31", title: "a\nb" }, ["oneLine"]],
    [{ dueOn: "2027-03-31", role: "lead" }, [expect.any(String)]],
  ])("%j", (values, codes) => {
    const sent = { roomId: id, title: "Échantillons", ...values };
    expect(codesOf(planMilestoneInput.safeParse(sent))).toEqual(codes);
  });
});

test("nobody is invited as a lead", () => {
  const sent = { roomId: id, person: "Lin Meihua", role: "lead" };
  expect(codesOf(inviteToRoomInput.safeParse(sent))).toEqual(["notInList"]);
});
