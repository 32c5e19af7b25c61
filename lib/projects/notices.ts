import type { Facts } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { titleFact } from "@/lib/entries/entry-names";
import { accountsOf, type Held } from "@/lib/entries/policy";
import { PROJECTS } from "./project";

/** Who hears what happens to a project, and to an edit of it. */
const NOTICES: NoticeTable<"owner"> = {
  "project.submitted": { owner: "projectSubmitted" },
  "project.published": { owner: "projectPublished" },
  "project.changes-requested": { owner: "projectChangesRequested" },
  "project.refused": { owner: "projectRefused" },
  "revision.published": { owner: "revisionPublished" },
  "revision.changes-requested": { owner: "revisionChangesRequested" },
  "revision.refused": { owner: "revisionRefused" },
  "project.deadline-warned": { owner: "deadlineSoon" },
  "project.expired": { owner: "projectExpired" },
};

type Titled = { slug: string; title: LocalizedText; originalLocale: Locale };

export type Told = Titled & Held;

const NO_REASON: Facts = { reason: "", words: "" };

/** Tells a project's owner; what it opens is the project's page unless told otherwise (`to`). */
export const tellOwner = (project: Told, more: Facts = NO_REASON) =>
  tellBy(NOTICES, {
    people: { owner: accountsOf(project) },
    facts: {
      title: titleFact(PROJECTS, project.title, project.originalLocale),
      to: `/projects/${project.slug}`,
      ...more,
    },
  });
