import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { getTranslator } from "@/lib/core/i18n/translator";
import { DocumentsTable } from "./documents-table";

const document = { year: 2026, amountCents: 12_000, issuedOn: "2026-11-30" };
const receipt = { ...document, kind: "receipt" as const, number: "2026-0001" };

test("what has no state has an empty cell, which a phone leaves out, and no dash", () => {
  const rows = [
    { ...receipt, id: "1", state: null },
    { ...receipt, id: "2", state: "cancelled" as const },
  ];
  const props = { rows, caption: "我的会费", base: "/account/dues", locale: "zh" } as const;
  const drawn = renderToStaticMarkup(createElement(DocumentsTable, props));
  const label = getTranslator("zh", "dues")("calls.state");
  expect(drawn).toContain(`<td data-label="${label}"></td>`);
  expect(drawn).not.toContain("–");
  expect(drawn).toContain(getTranslator("zh", "dues")("state.cancelled"));
});
