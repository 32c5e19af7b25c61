import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Host } from "@/lib/events/hosts.queries";
import { HostsField } from "./hosts-field";

const written = (more: Partial<Parameters<typeof HostsField>[0]>) => {
  const field = createElement(HostsField, { locale: "fr", required: true, ...more });
  return /<textarea[^>]*>([^<]*)</.exec(renderToStaticMarkup(field))?.[1];
};

const HOST: Host = {
  organisationId: "o1",
  originalLocale: "fr",
  slug: "soierie",
  name: { fr: "Soierie" },
  isAsked: true,
  isAgreed: true,
};

test("the one that may hold it is proposed, until hosts were named", () => {
  expect(written({})).toBe("");
  expect(written({ proposed: "Tissages" })).toBe("Tissages");
  expect(written({ hosts: [HOST], proposed: "Tissages" })).toBe("Soierie");
});
