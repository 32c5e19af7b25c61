import type { ComponentProps } from "react";
import { QuestionsSection } from "@/components/entries/questions-section";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import {
  removeAnswerAction,
  removeQuestionAction,
  replyToQuestionAction,
} from "@/lib/entries/questions/actions";
import { noteNoticesSeen } from "@/lib/notifications/list.queries";
import { readNotice } from "../page-notice";
import { underEach } from "../take-down";

type SectionProps = ComponentProps<typeof QuestionsSection>;

type EntryQuestionsProps = Pick<SectionProps, "entry" | "locale" | "closed"> & {
  viewer: Viewer | null;
  /** Null where they are not open to the viewer. */
  questions: SectionProps["page"] | null;
  /** When the page was asked for: what its reader was told of the entry until then is seen with it. */
  opened: Date;
  /** How one asks is its kind's own. */
  ask: SectionProps["actions"]["ask"];
};

const ACTIONS = {
  answer: replyToQuestionAction,
  remove: removeQuestionAction,
  removeAnswer: removeAnswerAction,
};

/** The questions under an entry on its page. */
export async function EntryQuestions(props: EntryQuestionsProps) {
  const { entry, locale, viewer, questions, opened, ask, closed } = props;
  if (!questions) return null;
  if (viewer) noteNoticesSeen(viewer, opened, questions.entryId);
  return (
    <QuestionsSection
      closed={closed}
      actions={{ ...ACTIONS, ask }}
      entry={entry}
      locale={locale}
      page={questions}
      told={(await readNotice(locale))?.form ?? null}
      takeDowns={await underEach(viewer, "question", questions.questions, locale)}
    />
  );
}
