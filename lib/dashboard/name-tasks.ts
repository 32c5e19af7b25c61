import { nameInOrder } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { Task } from "./task";

export type ProposedNames = {
  own: { familyName: string; givenName: string } | null;
  organisations: { nameZh: string; latin: string }[];
};

/** Names in Chinese characters alone, with the Latin form that is proposed: one's own, then organisations'. */
export function nameTasks({ own, organisations }: ProposedNames, locale: Locale): Task[] {
  const t = getTranslator(locale, "home");
  const task = (title: string): Task => ({
    kind: "name",
    href: path(locale, "/account/names"),
    title,
    text: t("todo.nameText"),
  });
  return [
    ...(own
      ? [task(t("todo.name", { name: nameInOrder({ ...own, nameOrder: "family-first" }) }))]
      : []),
    ...organisations.map(({ nameZh, latin }) =>
      task(t("todo.organisationName", { organisation: nameZh, name: latin })),
    ),
  ];
}
