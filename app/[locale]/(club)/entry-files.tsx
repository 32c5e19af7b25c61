import type { ComponentProps } from "react";
import { FilesSection } from "@/components/entries/files-section";
import { ENTRY_LEVELS } from "@/db/enums";
import { flashRefusal } from "@/lib/core/auth/flash";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import { removeFileAction } from "@/lib/entries/files/actions";
import { isFileRefusal } from "@/lib/entries/files/refusals";
import type { Asked } from "@/lib/search/list-filters";

type EntryFilesProps = Pick<ComponentProps<typeof FilesSection>, "entry" | "locale"> & {
  viewer: Viewer | null;
  /** Null where they are not open to the viewer. */
  files: ComponentProps<typeof FilesSection>["page"] | null;
  /** What the address of the page says of the last file: why it was `refused`, and the `level` it was for. */
  asked: Asked;
  /** Of a kind that knows an acceptance. */
  setLevel?: FormAction;
};

/** The files of an entry on its page. */
export async function EntryFiles(props: EntryFilesProps) {
  const { entry, locale, viewer, files, asked, setLevel } = props;
  if (!files) return null;
  return (
    <FilesSection
      actions={{ remove: removeFileAction, ...(setLevel && { setLevel }) }}
      entry={entry}
      level={ENTRY_LEVELS.find((one) => one === asked.level)}
      locale={locale}
      page={files}
      refusal={await flashRefusal(asked.refused, isFileRefusal, { locale, viewer })}
    />
  );
}
