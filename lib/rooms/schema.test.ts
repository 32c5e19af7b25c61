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

test("who is chosen from the list counts before who was typed, and one of both is there", () => {
  const sent = { roomId: id, role: "partner" };
  const both = { ...sent, known: "lin-meihua", person: "Zoé Lefèvre" };
  expect(inviteToRoomInput.parse(both)).toEqual({ ...sent, person: "lin-meihua" });
  expect(inviteToRoomInput.parse({ ...sent, person: "Zoé Lefèvre" }).person).toBe("Zoé Lefèvre");
  for (const nobody of [{}, { known: "", person: " " }]) {
    const { error } = inviteToRoomInput.safeParse({ ...sent, ...nobody });
    expect(error?.issues).toMatchObject([{ path: ["person"], message: "required" }]);
  }
});
