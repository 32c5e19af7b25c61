import { saveEventAction, submitEventAction, submitRevisionAction } from "@/lib/events/actions";
import { EVENTS, listGaps } from "@/lib/events/event";
import { EditPage, type EditPageProps, editMetadata } from "../../../entry-edit-page";

const ACTIONS = {
  save: saveEventAction,
  submit: submitEventAction,
  submitRevision: submitRevisionAction,
};

export const generateMetadata = editMetadata(EVENTS);

export default function EditEventPage(props: EditPageProps) {
  return <EditPage {...props} actions={ACTIONS} listGaps={listGaps} noun={EVENTS} />;
}
