import { eraseDraftAction } from "@/lib/cooperations/actions";
import { COOPERATIONS } from "@/lib/cooperations/cooperation";
import { RemovePage, type RemovePageProps, removeMetadata } from "../../../entry-remove-page";

export const generateMetadata = removeMetadata(COOPERATIONS);

export default function RemoveCooperationDraftPage(props: RemovePageProps) {
  return <RemovePage {...props} action={eraseDraftAction} noun={COOPERATIONS} />;
}
