import { describe, expect, it, test } from "vitest";
import { vectors } from "@/db/reference/validation/id-algorithms.json";
import {
  compactNumber,
  frenchVatOf,
  isFrenchVat,
  isSiren,
  isSiret,
  isUscc,
  regionOfUscc,
  spacedNumber,
} from "./registration-numbers";

test.each([
  ["732 829 320", "732829320"],
  ["732.829.320", "732829320"],
  ["732\u00a0829\u202f320", "732829320"],
  ["７３２８２９３２０", "732829320"],
  ["fr 44 732829320", "FR44732829320"],
  ["91350100-m000100y4–3", "91350100M000100Y43"],
  [" ９１３５０１００Ｍ０００１００Ｙ４３\u200b", "91350100M000100Y43"],
  ["", ""],
])("%j is compared as %s", (typed, compact) => {
  expect(compactNumber(typed)).toBe(compact);
});

describe.each([
  ["SIREN", isSiren, vectors.siren],
  ["SIRET", isSiret, vectors.siret],
  ["French VAT number", isFrenchVat, vectors.frVat],
  ["Unified Social Credit Code", isUscc, vectors.uscc],
])("%s", (_, isValid, { valid, invalid }) => {
  it.each(valid)("takes %s", (number) => expect(isValid(number)).toBe(true));
  it.each(invalid)("refuses %s", (number) => expect(isValid(number)).toBe(false));
  it.each(valid)("refuses %s with any other last character", (number) => {
    const others = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"].filter((one) => one !== number.at(-1));
    const accepted = others.filter((last) => isValid(number.slice(0, -1) + last));
    const isLaPoste = number.startsWith("356000000");
    expect(accepted).toHaveLength(isLaPoste ? 2 : 0);
  });
  it("refuses nothing, spaces and foreign digits", () => {
    for (const text of ["", " ", "٧٣٢٨٢٩٣٢٠", `${valid[0]} `, `${valid[0]}\n`]) {
      expect(isValid(text)).toBe(false);
    }
  });
});

describe("Unified Social Credit Code", () => {
  it.each(vectors.uscc.edge)("$value: $why", ({ value, valid }) => {
    expect(isUscc(value)).toBe(valid);
  });

  it.each([..."IOSVZ"])("never holds %s", (letter) => {
    for (const position of [0, 1, 8, 12, 17]) {
      const code = "91440101MA5DEM012H";
      expect(isUscc(code.slice(0, position) + letter + code.slice(position + 1))).toBe(false);
    }
  });

  it("notices two neighbours exchanged", () => {
    expect(isUscc("91440101MA5DEM021H")).toBe(false);
    expect(isUscc("19440101MA5DEM012H")).toBe(false);
  });

  it("names the region of registration", () => {
    expect(regionOfUscc("91440101MA5DEM012H")).toBe("440101");
  });
});

it.each(["000000000", "00000000000000"])("%s is nobody's number", (zeros) => {
  expect(isSiren(zeros) || isSiret(zeros)).toBe(false);
});

describe("La Poste", () => {
  it("numbers its branches by a digit sum of its own", () => {
    expect(isSiret("35600000000048")).toBe(true);
    expect(isSiret("35600000049837")).toBe(true);
    expect(isSiret("35600000049838")).toBe(false);
  });

  it("does not lend its rule to anybody else", () => {
    expect(isSiret("73282932000002")).toBe(false);
    expect(isSiret("00000010900018")).toBe(false);
  });
});

describe("French VAT number", () => {
  it("is made from the SIREN", () => {
    expect(frenchVatOf("732829320")).toBe("FR44732829320");
    expect(frenchVatOf("000000109")).toBe("FR48000000109");
  });

  it("may have a key with letters, but not I or O", () => {
    expect(isFrenchVat("FRK7732829320")).toBe(true);
    expect(isFrenchVat("FRI7732829320")).toBe(false);
    expect(isFrenchVat("FRO7732829320")).toBe(false);
  });
});

test.each([
  ["siren", "732829320", "732 829 320"],
  ["siret", "73282932000074", "732 829 320 00074"],
  ["vat", "FR44732829320", "FR 44 732 829 320"],
  ["uscc", "91350100M000100Y43", "91350100M000100Y43"],
  ["siren", "73282", "73282"],
] as const)("a %s %s reads %s", (kind, compact, spaced) => {
  expect(spacedNumber(kind, compact)).toBe(spaced);
});
