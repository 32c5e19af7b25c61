import type { ReactNode } from "react";
import { ReportLink } from "@/components/moderation/report-link";
import { TakeDownPanel } from "@/components/moderation/take-down-panel";
import type { TakenDownType } from "@/db/enums";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/i18n/locales";
import { appealAction, putBackAction, takeDownAction } from "@/lib/moderation/actions";
import { listTakeDownStates } from "@/lib/moderation/take-downs.queries";

const ACTIONS = { takeDown: takeDownAction, putBack: putBackAction, appeal: appealAction };

type Thing = { id: string; isHidden: boolean };

type TakeDownProps = {
  kind: TakenDownType;
  thing: Thing;
  viewer: Viewer | null;
  locale: Locale;
};

/** Above a thing on its page: what the club team does about it, and what its author reads once it did. */
export async function TakeDown({ kind, thing, viewer, locale }: TakeDownProps) {
  return (await takeDownsOf(viewer, kind, [thing], locale, false)).get(thing.id) ?? null;
}

/** Below a thing on its page: the way to report it, for whoever neither answers for it nor takes it down. */
export function Report(
  props: Omit<TakeDownProps, "thing"> & { thing: Thing & { isOwn: boolean }; isBeside?: boolean },
) {
  const { kind, thing, viewer, locale, isBeside } = props;
  if (thing.isOwn || thing.isHidden || isStaff(viewer)) return null;
  return <ReportLink id={thing.id} isBeside={isBeside} kind={kind} locale={locale} />;
}

/** What stands under each of several things beside others, by key: what `TakeDown` shows, else what `Report` does. */
export async function underEach(
  viewer: Viewer | null,
  kind: TakenDownType,
  things: readonly (Thing & { isOwn: boolean })[],
  locale: Locale,
): Promise<ReadonlyMap<string, ReactNode>> {
  const takeDowns = await takeDownsOf(viewer, kind, things, locale);
  const report = (thing: Thing & { isOwn: boolean }) => (
    <Report isBeside kind={kind} locale={locale} thing={thing} viewer={viewer} />
  );
  return new Map(things.map((thing) => [thing.id, takeDowns.get(thing.id) ?? report(thing)]));
}

/** What `TakeDown` shows, for things that stand beside others, by key. Whoever is neither asks the database nothing. */
export async function takeDownsOf(
  viewer: Viewer | null,
  kind: TakenDownType,
  things: readonly Thing[],
  locale: Locale,
  isBeside = true,
): Promise<ReadonlyMap<string, ReactNode>> {
  const asked = isStaff(viewer) ? things : things.filter(({ isHidden }) => isHidden);
  if (!viewer) return new Map();
  const ids = asked.map(({ id }) => id);
  const states = await listTakeDownStates(viewer, kind, ids, locale);
  const contact = env().CLUB_CONTACT;
  return new Map(
    [...states].map(([id, state]) => [
      id,
      <TakeDownPanel
        actions={ACTIONS}
        contact={contact}
        isBeside={isBeside}
        key={id}
        kind={kind}
        locale={locale}
        state={state}
      />,
    ]),
  );
}
