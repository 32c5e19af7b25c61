import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { OpenOutcome } from "@/lib/projects/outcomes/queries";
import type { OwnRoomInvitation } from "@/lib/rooms/invitations.queries";
import type { Task } from "./task";

/** Most of each that are shown. */
const MOST = 3;

/** The project rooms that the reader is invited to, each with who invites. */
export function roomTasks(invitations: readonly OwnRoomInvitation[], locale: Locale): Task[] {
  const t = getTranslator(locale, "home");
  return invitations.slice(0, MOST).map(({ slug, title, originalLocale, invitedBy }) => ({
    kind: "invitation",
    href: path(locale, `/projects/${slug}/room/invitation`),
    title: t("todo.room", {
      title: pickText(title, locale, originalLocale)?.text ?? t("todo.untitled"),
    }),
    text: t("todo.roomText", { name: invitedBy.text }),
  }));
}

/** The reader's projects of which it is not said what came of them, or how it goes since. */
export function outcomeTasks(outcomes: readonly OpenOutcome[], locale: Locale): Task[] {
  const t = getTranslator(locale, "home");
  return outcomes.slice(0, MOST).map(({ slug, title, originalLocale, asks }) => ({
    kind: "outcome",
    href: path(locale, `/projects/${slug}/outcome`),
    title: t(`todo.${asks}`, {
      title: pickText(title, locale, originalLocale)?.text ?? t("todo.untitled"),
    }),
    text: t(`todo.${asks}Text`),
  }));
}
