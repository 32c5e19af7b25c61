import { type ZodType, z } from "zod";
import type { Transaction } from "@/db/client";
import type { FieldFault, NoticeCode } from "@/lib/core/action";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { ErrorCode } from "@/lib/core/errors";
import { rowId, rowVersion, ticked } from "@/lib/core/text/fields";
import type { ContentOf, Description } from "./description";
import { eraseDraft } from "./drafts.mutations";
import { nextStep } from "./editor-steps";
import { act, told } from "./entry-act";
import { placeTarget, restoreTarget, revisionVersionInput, type Sent } from "./entry-input";
import { ENTRY_PATHS, type Noun, pageOf } from "./noun";
import type { HandedIn, NounVerbs } from "./noun-verbs";
import { restoreVersion } from "./restoring.mutations";
import {
  proposeRevision,
  type RevisionVersion,
  submitRevision,
  withdrawRevision,
} from "./revisions.mutations";
import { closeEntry, reopenEntry, saveEntry } from "./verbs.mutations";

/** What the actions of a kind take and do where it has no way of its own, for it to give them their names. */
export function lifeActs(noun: NounVerbs) {
  const { kind } = noun;
  const at = (slug: string) => pageOf({ entryKind: kind, slug });
  const place = keyed(noun, placeTarget);
  return {
    withdraw: act(place, async (tx, viewer, input) => {
      await closeEntry(tx, viewer, noun, { ...input, to: "withdrawn" });
      return { redirectTo: at(input.slug), notice: `${kind}Withdrawn` };
    }),
    archive: act(place, async (tx, viewer, input) => {
      await closeEntry(tx, viewer, noun, { ...input, to: "archived" });
      return { redirectTo: at(input.slug), notice: `${kind}Archived` };
    }),
    reopen: act(place, async (tx, viewer, input) => {
      await reopenEntry(tx, viewer, noun, input);
      return { redirectTo: `${at(input.slug)}/edit`, notice: `${kind}Reopened` };
    }),
    erase: act(keyed(noun, { version: rowVersion, understood }), async (tx, viewer, input) => {
      await eraseDraft(tx, viewer, noun, input);
      return { redirectTo: `${ENTRY_PATHS[kind]}?mine=1`, notice: "draftErased" };
    }),
    submitRevision: (notice: NoticeCode | ((edit: { isOnline: boolean }) => NoticeCode)) =>
      act(
        revisionVersionInput.extend({ agreed: ticked }),
        told(
          noun,
          (tx: Transaction, viewer: Viewer, input: RevisionVersion & HandedIn) =>
            submitRevision(tx, viewer, noun, input),
          notice,
        ),
      ),
    withdrawRevision: act(revisionVersionInput, async (tx, viewer, input) => {
      const { slug } = await withdrawRevision(tx, viewer, noun, input);
      return { redirectTo: at(slug), notice: "revisionWithdrawn" };
    }),
    restore: act(keyed(noun, restoreTarget), async (tx, viewer, input) => {
      const { slug, missing } = await restoreVersion(tx, viewer, noun, input);
      const notice = missing.length > 0 ? "versionRestoredWithout" : "versionRestored";
      return { redirectTo: `${at(slug)}/edit?step=check`, notice };
    }),
  };
}

/**
 * One section of the editor, kept in the draft or in the open edit, as its form sends it; the faults that `faultsOf` finds in
 * its content are told on its fields all the same.
 */
export function saveAct<Input extends Sent>(
  noun: NounVerbs,
  schema: ZodType<Input>,
  faultsOf: (
    content: Partial<ContentOf<Description>>,
    of: { tx: Transaction; viewer: Viewer; id: string },
  ) => readonly FieldFault[] | Promise<readonly FieldFault[]>,
) {
  const { kind, fields } = noun;
  return act(schema, async (tx, viewer, input) => {
    const { version, revisionId, slug, intent, confirmed, step, ...sent } = input;
    const { [`${kind}Id`]: id = "", ...content } = sent as Record<string, string>;
    const save = { id, version, confirmed, content };
    const kept =
      revisionId === undefined
        ? await saveEntry(tx, viewer, noun, save)
        : await proposeRevision(tx, viewer, noun, { ...save, revisionId: revisionId || null });
    if (intent === "autosave") return { kept };
    const faults = await faultsOf(content, { tx, viewer, id });
    if (faults.length > 0) return { faults };
    const next = intent === "stay" ? step : nextStep(fields, step);
    const redirectTo = `${pageOf({ entryKind: kind, slug })}/edit?step=${next}`;
    return { redirectTo, notice: "draftSaved" };
  });
}

const understood = ticked.refine((value) => value, "tickFirst" satisfies ErrorCode);

/** What a form says beside the key of an entry, which it sends by its kind (`projectId`) and verbs call `id`. */
export function keyed<Shape extends z.ZodRawShape>({ kind }: Noun, shape: Shape) {
  const key = `${kind}Id`;
  const asVerbs = ({ [key]: id, ...sent }: Record<string, unknown>) => ({ ...sent, id });
  return z
    .strictObject({ ...shape, [key]: rowId })
    .transform(asVerbs as (sent: object) => { id: string } & z.output<z.ZodObject<Shape>>);
}
