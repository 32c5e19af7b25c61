import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import purposes from "@/db/reference/vocab/consent-purposes.json" with { type: "json" };
import { PORTAL_TEXTS_EVER } from "./consent-texts";

/** SHA-256 of each version of each text. A text that changes gets a new line and keeps the old one. */
const KNOWN: Record<string, string> = {
  "charter 1": "1b1825e22e27d363198d8ee5a73888e1cf12b01d3d9cbc989731d948d1106bad",
  "privacy-notice 1": "924f2ecdcedbe92163bf458921d2b92e0707b61344fee894edafce02e39ec633",
  "members-directory 1": "bbd720dc28e8c0691e6485cebce4c155a508b221ef08e77d08a13ded084dce01",
  "public-directory 1": "80f5cf129c73fd8cf7581981a5eeb76305be8af076ee23ad32717be1004fd490",
  "newsletter 1": "6edaf6d4c694b4cce11a374bb8a567637ed593534c69b5dba0b4d513b5a48d2f",
  "transfer-to-france 1": "df668b17275af02ecd7e65673eaa22019d283fe609afb35daa882ecd9492046a",
  "transfer-to-france 2": "cde363663d26ff3a2c17d1de6e777964e89a4c03aab8402857cd1e761090051e",
  "event-photographs 1": "863510ee66d33d54de1ca170e0241943e7003688a90a56af84c225ceba0f40f3",
  "transfer-to-france 3": "60a496f023167e6b8b0620edf5f72c011dbc3a05c2dbfc2de0a8f2e7690bf9ee",
};

type Words = Record<"fr" | "en" | "zh", string>;
type Item = { slug: string; version: number; text: Words; superseded?: Version[] };
type Version = { version: number; text: Words };

const hash = ({ fr, en, zh }: Words) =>
  createHash("sha256").update([fr, en, zh].join("\0")).digest("hex");

test("the portal's charter keeps its number: clubs count their own on from it", () => {
  expect(PORTAL_TEXTS_EVER.charter.map(({ version }) => version)).toEqual([1]);
});

test("a text that changes raises its version; what was agreed to before is kept", () => {
  const found = (purposes.items as Item[]).flatMap(({ slug, version, text, superseded = [] }) =>
    [{ version, text }, ...superseded].map((one) => [`${slug} ${one.version}`, hash(one.text)]),
  );
  expect(Object.fromEntries(found)).toEqual(KNOWN);
});
