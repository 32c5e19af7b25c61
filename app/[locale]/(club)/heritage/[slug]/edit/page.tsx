import { requireAccount } from "@/lib/core/auth/viewer";
import {
  saveHeritageAction,
  submitHeritageAction,
  submitRevisionAction,
} from "@/lib/heritage/actions";
import { HERITAGE, listGaps } from "@/lib/heritage/heritage";
import { EditPage, type EditPageProps, editMetadata } from "../../../entry-edit-page";

const ACTIONS = {
  save: saveHeritageAction,
  submit: submitHeritageAction,
  submitRevision: submitRevisionAction,
};

export const generateMetadata = editMetadata(HERITAGE);

export default function EditHeritagePage(props: EditPageProps) {
  return (
    <EditPage
      {...props}
      actions={ACTIONS}
      enter={requireAccount}
      listGaps={listGaps}
      noun={HERITAGE}
    />
  );
}
