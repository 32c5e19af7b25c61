import { isReference, referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import type { Task } from "./task";

/** What a member has begun to show, and what they said when they applied (lists hold slugs). */
export type FirstSteps = {
  /** Belongs to an organisation, or has asked to. */
  hasOrganisation: boolean;
  ownKinds: string[];
  applied: { activityKinds: string[]; stage?: string; cities: string[]; sectors: string[] } | null;
};

/** An organisation and a first activity; then those of the application that are not described yet. */
export function listFirstSteps(steps: FirstSteps | null, locale: Locale): Task[] {
  if (!steps) return [];
  const activity = activityStep(steps, locale);
  return [
    ...(steps.hasOrganisation ? [] : [organisationStep(locale)]),
    ...(activity ? [activity] : []),
  ];
}

function organisationStep(locale: Locale): Task {
  const t = getTranslator(locale, "home");
  return {
    kind: "organisation",
    href: path(locale, "/organisations/new"),
    title: t("todo.organisation"),
    text: t("todo.organisationText"),
  };
}

function activityStep({ ownKinds, applied }: FirstSteps, locale: Locale): Task | null {
  const t = getTranslator(locale, "home");
  const kinds = (applied?.activityKinds ?? []).filter(
    (slug) => isReference("activityKinds", slug) && !ownKinds.includes(slug),
  );
  const [kind] = kinds;
  if (!kind && ownKinds.length > 0) return null;
  const named = kinds.map((slug) => referenceLabel("activityKinds", slug, locale));
  return {
    kind: "activity",
    href: path(locale, "/activities/new", kind && applied ? { kind, ...told(applied) } : {}),
    title: t(ownKinds.length > 0 ? "todo.nextActivity" : "todo.activity"),
    text: kind
      ? t("todo.appliedActivityText", { kinds: sideBySide(named, locale) })
      : t("todo.activityText"),
  };
}

/** What the form for a new activity can be begun with besides its kind. */
const told = ({ stage, cities, sectors }: NonNullable<FirstSteps["applied"]>) => ({
  stage,
  cities,
  sectors,
});
