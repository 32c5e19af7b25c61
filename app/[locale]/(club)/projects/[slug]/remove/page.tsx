import { eraseDraftAction } from "@/lib/projects/actions";
import { PROJECTS } from "@/lib/projects/project";
import { RemovePage, type RemovePageProps, removeMetadata } from "../../../entry-remove-page";

export const generateMetadata = removeMetadata(PROJECTS);

export default function RemoveProjectDraftPage(props: RemovePageProps) {
  return <RemovePage {...props} action={eraseDraftAction} noun={PROJECTS} />;
}
