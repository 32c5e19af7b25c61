import { NamedTick } from "@/components/experiences/named-tick";
import { VisitorsRead } from "@/components/experiences/visitors-read";
import {
  saveExperienceAction,
  submitExperienceAction,
  submitRevisionAction,
} from "@/lib/experiences/actions";
import { listChecks } from "@/lib/experiences/checks.queries";
import { EXPERIENCES, listGaps } from "@/lib/experiences/experience";
import { isTrustedAuthor } from "@/lib/experiences/trust.queries";
import { EditPage, type EditPageProps, editMetadata } from "../../../entry-edit-page";

const ACTIONS = {
  save: saveExperienceAction,
  submit: submitExperienceAction,
  submitRevision: submitRevisionAction,
};

export const generateMetadata = editMetadata(EXPERIENCES);

export default function EditExperiencePage(props: EditPageProps) {
  return (
    <EditPage
      {...props}
      actions={ACTIONS}
      check={async ({ viewer, own, entry, locale }) => {
        const { telling, named } = await listChecks(viewer, own, entry.content);
        return {
          gaps: telling,
          asked: <NamedTick locale={locale} names={named} />,
          isTrusted: own.moderation === "draft" && (await isTrustedAuthor(viewer)),
          children: (
            <VisitorsRead content={entry.content} isTeased={own.isTeased} locale={locale} />
          ),
        };
      }}
      listGaps={listGaps}
      noun={EXPERIENCES}
    />
  );
}
