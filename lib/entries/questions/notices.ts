import { ENTRY_KINDS } from "@/db/enums";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { LockedEntry } from "../locked.queries";
import { pageOf } from "../noun";

const NOTICES: NoticeTable<"owner" | "asker"> = Object.fromEntries(
  ENTRY_KINDS.flatMap((kind) => [
    [`${kind}.question-asked`, { owner: "questionAsked" }],
    [`${kind}.question-answered`, { asker: "questionAnswered" }],
  ]),
);

type Question = {
  entry: Pick<LockedEntry, "entryKind" | "slug" | "title" | "originalLocale">;
  keepers?: { accountId: string }[];
  asker?: { memberId: string };
  words: string;
};

/**
 * Who hears of a question. Neither side is named: who reads the page may not know both. What was written can be taken
 * back, and so stands in the letter alone.
 */
export const tellOfQuestion = ({ entry, keepers, asker, words }: Question) =>
  tellBy(NOTICES, {
    people: { owner: keepers, asker },
    facts: {
      kind: entry.entryKind,
      title: { text: entry.title, original: entry.originalLocale },
      to: `${pageOf(entry)}#questions`,
    },
    letter: () => ({ words }),
  });
