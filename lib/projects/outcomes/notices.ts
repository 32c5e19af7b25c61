import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import { titleFact } from "@/lib/entries/entry-names";
import type { Told } from "@/lib/entries/owner-notices";
import { accountsOf } from "@/lib/entries/policy";
import { PROJECTS } from "../project";
import type { FollowUpMonths } from "./follow-ups";

const NOTICES: NoticeTable<"owner"> = {
  "project.follow-up-asked": { owner: "outcomeFollowUp" },
};

/** Asks a project's owner how it goes so many months after an agreement. */
export const tellOfFollowUp = (project: Told, months: FollowUpMonths) =>
  tellBy(NOTICES, {
    people: { owner: accountsOf(project) },
    facts: {
      project: titleFact(PROJECTS, project.title, project.originalLocale),
      months: String(months),
      to: `/projects/${project.slug}/outcome#follow-up-${months}`,
    },
  });
