import type { ComponentProps } from "react";
import { ProgrammeOutside } from "@/components/events/programme-outside";
import { Notice } from "@/components/ui/notice";
import { ProposedDate } from "@/components/ui/proposed-date";
import { getTranslator } from "@/lib/core/i18n/translator";
import { thisMoment } from "@/lib/core/this-moment";
import { saveEventAction, submitEventAction, submitRevisionAction } from "@/lib/events/actions";
import { EVENTS, instantsOf, listGaps } from "@/lib/events/event";
import { isOver } from "@/lib/events/registrations.policy";
import { countToldOfEdit } from "@/lib/events/registrations.queries";
import { EditPage, type EditPageProps, editMetadata } from "../../../entry-edit-page";

const ACTIONS = {
  save: saveEventAction,
  submit: submitEventAction,
  submitRevision: submitRevisionAction,
};

/** What the calendars of both countries say of its days, and which days of its programme they leave out. */
const UNDER: ComponentProps<typeof EditPage<typeof EVENTS>>["under"] = {
  ends: ({ starts, ends }, locale) => (
    <ProposedDate fields={["starts", "ends"]} from={starts} locale={locale} to={ends} />
  ),
  programme: (content, locale) => <ProgrammeOutside content={content} locale={locale} />,
};

type Checked = Parameters<NonNullable<ComponentProps<typeof EditPage<typeof EVENTS>>["check"]>>[0];

/** Before it goes online: with a day that has passed, which may be a year mistyped; and to how many people its edit is a letter. */
async function check({ viewer, entry, own, locale }: Checked) {
  const isPast = ({ content }: Pick<Checked["own"], "content">) =>
    isOver(instantsOf(content), thisMoment());
  const isEdit = entry.revisionId !== null;
  const count = isEdit ? await countToldOfEdit(viewer, own.id, [own.content, entry.content]) : 0;
  const t = getTranslator(locale, "events");
  const asked = (
    <>
      {isPast(entry) && !(isEdit && isPast(own)) ? (
        <Notice title={t("editor.pastTitle")} tone="warning">
          {t("editor.pastText")}
        </Notice>
      ) : null}
      <ProgrammeOutside content={entry.content} locale={locale} />
      {count > 0 ? (
        <Notice title={t("editor.toldTitle", { count })}>{t("editor.toldText")}</Notice>
      ) : null}
    </>
  );
  return { asked };
}

export const generateMetadata = editMetadata(EVENTS);

export default function EditEventPage(props: EditPageProps) {
  const shared = { actions: ACTIONS, check, listGaps, noun: EVENTS, under: UNDER };
  return <EditPage {...props} {...shared} />;
}
