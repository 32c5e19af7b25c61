import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { KeptMailCard } from "./kept-mail-card";

const PAGE = "http://localhost:3000/zh/apply?invitation=a-b_c";

test.each([
  [`链接：${PAGE}。谢谢`, "。谢谢"],
  [`（${PAGE}）`, "）"],
  [`Le lien ${PAGE}.`, "."],
  [`${PAGE}，请看`, "，请看"],
  [`${PAGE}\nfin`, "\nfin"],
])("in « %s » the address alone is a link", (text, after) => {
  const mail = {
    ...{ id: "one.json", at: "2026-12-01T08:00:00Z", to: "a@example.org", locale: "zh" as const },
    ...{ subject: "", kind: "clubInvitation", text, html: "" },
  };
  const props = { mail, to: "", at: "", page: "" };
  expect(renderToStaticMarkup(createElement(KeptMailCard, props))).toContain(
    `<a href="${PAGE}">${PAGE}</a>${after}`,
  );
});
