import {
  saveCooperationAction,
  submitCooperationAction,
  submitRevisionAction,
} from "@/lib/cooperations/actions";
import { COOPERATIONS, listGaps } from "@/lib/cooperations/cooperation";
import { EditPage, type EditPageProps, editMetadata } from "../../../entry-edit-page";

const ACTIONS = {
  save: saveCooperationAction,
  submit: submitCooperationAction,
  submitRevision: submitRevisionAction,
};

export const generateMetadata = editMetadata(COOPERATIONS);

export default function EditCooperationPage(props: EditPageProps) {
  return <EditPage {...props} actions={ACTIONS} listGaps={listGaps} noun={COOPERATIONS} />;
}
