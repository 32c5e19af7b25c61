import type { ComponentProps } from "react";
import { ProposedDate } from "@/components/ui/proposed-date";
import { saveEventAction, submitEventAction, submitRevisionAction } from "@/lib/events/actions";
import { EVENTS, listGaps } from "@/lib/events/event";
import { EditPage, type EditPageProps, editMetadata } from "../../../entry-edit-page";

const ACTIONS = {
  save: saveEventAction,
  submit: submitEventAction,
  submitRevision: submitRevisionAction,
};

/** What the calendars of both countries say of its days. */
const UNDER: ComponentProps<typeof EditPage<typeof EVENTS>>["under"] = {
  ends: ({ starts, ends }, locale) => (
    <ProposedDate fields={["starts", "ends"]} from={starts} locale={locale} to={ends} />
  ),
};

export const generateMetadata = editMetadata(EVENTS);

export default function EditEventPage(props: EditPageProps) {
  return <EditPage {...props} actions={ACTIONS} listGaps={listGaps} noun={EVENTS} under={UNDER} />;
}
