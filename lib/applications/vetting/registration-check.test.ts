import { expect, test } from "vitest";
import { checkRegistration } from "./registration-check";

const french = { country: "fr", organisationKind: "sme" } as const;
const chinese = { country: "cn", organisationKind: "sme" } as const;

test("a SIREN is written out and gives the VAT number", () => {
  expect(checkRegistration({ ...french, registrationId: "732829320" }, "fr")).toEqual({
    state: "valid",
    number: "siren",
    written: "732 829 320",
    vat: "FR 44 732 829 320",
  });
});

test("a Unified Social Credit Code tells where it was registered, in the reader's language", () => {
  // 91440101 + organisation code: Guangzhou
  const code = { ...chinese, registrationId: "91440101MA5CTRH984" };
  const french = checkRegistration(code, "fr");
  if (french.state !== "valid") throw new Error(JSON.stringify(french));
  expect(french).toMatchObject({ number: "uscc", written: "91440101MA5CTRH984" });
  expect(french).toMatchObject({ region: "Canton, Guangdong" });
  expect(checkRegistration(code, "zh")).toMatchObject({ region: "广东广州" });
});

test.each([
  [{ ...french, registrationId: "732829321" }, "invalid"],
  [{ ...chinese, registrationId: "91440101MA5CTRH98W" }, "invalid"],
  [{ ...french, registrationId: " " }, "absent"],
  [{ ...french, organisationKind: "start-up" }, "none"],
  [{ country: "hk" as const, organisationKind: "sme", registrationId: "12345678" }, "none"],
  [{}, "none"],
])("%j: %s", (declared, state) => {
  expect(checkRegistration(declared, "fr").state).toBe(state);
});
