import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { getTranslator } from "@/lib/core/i18n/translator";
import { DocumentList } from "./document-list";

const viewer = { accountId: "a", memberId: "m", role: "member", status: "active" };
const room = { slug: "x", isClosed: false, people: [{ memberId: "m", role: "lead" }] };

function drawn(version: { name: string; size: number | null }) {
  const kept = { id: "v", number: 1, createdAt: new Date(), author: { name: null }, ...version };
  const documents = [{ id: "d", title: "Plan", authorId: "a", versions: [kept] }];
  const remove = async () => ({ status: "idle" });
  const shown = { documents, room, viewer, remove, locale: "zh" };
  return renderToStaticMarkup(createElement(DocumentList, shown as never));
}

test("a link is called a link where it is taken away, and its page is said to stay", () => {
  const t = getTranslator("zh", "rooms");
  const told = (kind: "link" | "document") => [
    t("documents.remove", { kind }),
    t("documents.removeText", { kind, title: "Plan" }),
  ];
  const link = drawn({ name: "https://example.org/plan", size: null });
  for (const words of told("link")) expect(link).toContain(words);
  for (const words of told("document")) expect(link).not.toContain(words);
  const document = drawn({ name: "plan.pdf", size: 1000 });
  for (const words of told("document")) expect(document).toContain(words);
});
