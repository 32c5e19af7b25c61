import { eraseDraftAction } from "@/lib/events/actions";
import { EVENTS } from "@/lib/events/event";
import { RemovePage, type RemovePageProps, removeMetadata } from "../../../entry-remove-page";

export const generateMetadata = removeMetadata(EVENTS);

export default function RemoveEventDraftPage(props: RemovePageProps) {
  return <RemovePage {...props} action={eraseDraftAction} noun={EVENTS} />;
}
