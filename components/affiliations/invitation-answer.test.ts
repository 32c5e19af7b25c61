import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { AffiliationRole } from "@/db/enums";
import { LOCALES } from "@/lib/core/i18n/locales";
import { InvitationAnswer } from "./invitation-answer";

/** What is said of the team's page to whoever would manage it. */
const MANAGES = { fr: "gérer sa page", en: "manage its page", zh: "机构管理员" } as const;

test.each(LOCALES)(
  "in %s whoever is invited as a manager reads so before they answer",
  (locale) => {
    const action = async () => ({ status: "idle" as const });
    const drawn = (role: AffiliationRole) =>
      renderToStaticMarkup(
        createElement(InvitationAnswer, {
          ...{ organisation: "Tulle & Soie", role, club: "Club", token: "t", viewer: null },
          ...{ isOwn: false, locale, actions: { accept: action, decline: action } },
        }),
      );
    expect(drawn("manager")).toContain(MANAGES[locale]);
    expect(drawn("person")).not.toContain(MANAGES[locale]);
  },
);
