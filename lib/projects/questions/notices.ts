import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import { type Told, titleFact } from "../notices";

const NOTICES: NoticeTable<"owner" | "asker"> = {
  "project.question-asked": { owner: "questionAsked" },
  "project.question-answered": { asker: "questionAnswered" },
};

type Question = { project: Told; asker?: { memberId: string }; words: string };

/**
 * Who hears of a question. Neither side is named: who reads the page may not know both. What was written can be taken
 * back, and so stands in the letter alone.
 */
export const tellOfQuestion = ({ project, asker, words }: Question) =>
  tellBy(NOTICES, {
    people: { owner: { accountId: project.ownerAccountId }, asker },
    facts: {
      title: titleFact(project.title, project.originalLocale),
      to: `/projects/${project.slug}#questions`,
    },
    letter: () => ({ words }),
  });
