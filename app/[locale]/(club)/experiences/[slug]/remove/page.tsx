import { eraseDraftAction } from "@/lib/experiences/actions";
import { EXPERIENCES } from "@/lib/experiences/experience";
import { RemovePage, type RemovePageProps, removeMetadata } from "../../../entry-remove-page";

export const generateMetadata = removeMetadata(EXPERIENCES);

export default function RemoveExperienceDraftPage(props: RemovePageProps) {
  return <RemovePage {...props} action={eraseDraftAction} noun={EXPERIENCES} />;
}
