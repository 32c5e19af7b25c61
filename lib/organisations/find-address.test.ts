import { expect, test } from "vitest";
import { readFindAddress } from "./find-address";

const faultsOf = (asked: Record<string, string>) => readFindAddress(asked).faults;

test("the question that nobody has answered yet has no fault", () => {
  expect(readFindAddress({})).toEqual({ name: "", number: "", step: "find", faults: {} });
  expect(faultsOf({ name: "", registrationId: "123", change: "on" })).toEqual({});
});

test.each(["", "  ", "\u0000"])("the name %j is missing once the form was sent", (name) => {
  const { step, faults } = readFindAddress({ name, registrationId: "" });
  expect([step, faults]).toEqual(["find", { name: "required" }]);
});

test.each(["123", "732 829 321", "FR00 732 829 320", "91990000MA00D0315F", "inconnu"])(
  "the number %j is told to be none, and kept as it was typed",
  (number) => {
    for (const another of [{}, { another: "on" }]) {
      expect(readFindAddress({ name: "Soie", registrationId: number, ...another })).toEqual({
        name: "Soie",
        number,
        step: "find",
        faults: { registrationId: "notARegistrationNumber" },
      });
    }
  },
);

test.each(["", "732 829 320", "FR 44 732 829 320", "732 829 320 00074"])(
  "with the number %j it is looked whether it is known, then described",
  (registrationId) => {
    const asked = { name: " Soie ", registrationId };
    expect(readFindAddress(asked)).toMatchObject({ name: "Soie", step: "look", faults: {} });
    expect(readFindAddress({ ...asked, another: "on" }).step).toBe("describe");
  },
);

test("everything that is wrong is told at once", () => {
  expect(faultsOf({ name: "", registrationId: "123" })).toEqual({
    name: "required",
    registrationId: "notARegistrationNumber",
  });
});
