import type { ReactNode } from "react";
import type { ModerationState } from "@/db/enums";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { wasHandedIn } from "@/lib/entries/draft-slug";
import { type Noun, pageOf } from "@/lib/entries/noun";
import { nounWords } from "@/lib/entries/noun-words";
import type { OwnEntry } from "@/lib/entries/own.queries";
import {
  canArchiveEntry,
  canEditEntry,
  canEditRevision,
  canEraseDraft,
  canReopenEntry,
  canSubmitEntry,
  canWithdrawEntry,
} from "@/lib/entries/policy";
import { GraveMove } from "../ui/grave-move";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";
import { Notice, type Tone } from "../ui/notice";
import { AnswerQuote } from "./answer-quote";

type OwnerPanelProps = {
  noun: Noun;
  own: OwnEntry;
  viewer: Viewer;
  locale: Locale;
  actions: { withdraw: FormAction; reopen: FormAction; archive?: FormAction };
  /** Taken down: what is online for nobody is not said to be. */
  isHidden: boolean;
  /** What else is said of where it stands. */
  news?: ReactNode;
  /** Where else its owner goes from here. */
  ways?: ReactNode;
};

const TONE: Record<ModerationState, Tone> = {
  draft: "info",
  submitted: "info",
  "changes-requested": "warning",
  published: "success",
  refused: "danger",
  withdrawn: "info",
  archived: "info",
};

/** What the owner sees above their entry: where it stands, why, and what they can do about it. */
export function OwnerPanel(props: OwnerPanelProps) {
  const { noun, own, viewer, locale, isHidden, news, ways } = props;
  const t = getTranslator(locale, "entries");
  const say = nounWords(noun, locale);
  const { moderation, slug, answer } = own;
  const page = pageOf({ entryKind: noun.kind, slug });
  const edit = (step?: string) => path(locale, `${page}/edit`, { step });
  const facts = { ...own, revision: own.revision?.state ?? null };
  const isAnswered = moderation === "changes-requested" || moderation === "refused";
  return (
    <section aria-label={say("owner.label")} className="no-print mb-8 space-y-4">
      {isHidden && moderation === "published" ? null : (
        <Notice title={say(`state.${moderation}.title`)} tone={TONE[moderation]}>
          <p>{say(`state.${moderation}.text`)}</p>
          {isAnswered ? <AnswerQuote answer={answer} /> : null}
          {news}
        </Notice>
      )}
      <div className="flex flex-wrap items-start gap-3">
        {canEditEntry(viewer, own) ? (
          <LinkButton href={edit()}>{say("owner.edit")}</LinkButton>
        ) : null}
        {canSubmitEntry(viewer, own) ? (
          <LinkButton href={edit("check")} variant="secondary">
            {t("editor.check")}
          </LinkButton>
        ) : null}
        {own.revision === null && canEditRevision(viewer, facts) ? (
          <LinkButton href={edit()} variant="secondary">
            {say("owner.propose")}
          </LinkButton>
        ) : null}
        {ways}
        {own.submittedAt ? (
          <LinkButton href={path(locale, `${page}/history`)} variant="quiet">
            {t("history.open")}
          </LinkButton>
        ) : null}
        <Moves {...props} />
      </div>
    </section>
  );
}

/** What brings an entry back, takes it off or puts it away. */
function Moves({ noun, own, viewer, locale, actions }: OwnerPanelProps) {
  const say = nounWords(noun, locale);
  const { id, version, slug } = own;
  const isErasable =
    canEraseDraft(viewer, { ...own, wasHandedIn: wasHandedIn(own) }) && say.has("remove.label");
  const form = {
    hidden: { [`${noun.kind}Id`]: id, version: String(version), slug },
    locale,
  };
  const isOnline = own.moderation === "published";
  const lost = own.revision ? <p>{getTranslator(locale, "entries")("revision.lost")}</p> : null;
  const consequence = isOnline ? "withdrawConsequence" : "asideConsequence";
  // Where taking it back is called taking it off the site, what never stood there is set aside.
  const withdraw = !isOnline && say.has("owner.aside") ? "aside" : "withdraw";
  return (
    <>
      {canReopenEntry(viewer, own) ? (
        <MoveForm {...form} action={actions.reopen} label={say("owner.reopen")} scope="reopen" />
      ) : null}
      {canWithdrawEntry(viewer, own) && !isErasable ? (
        <GraveMove consequence={say(`owner.${consequence}`)} label={say(`owner.${withdraw}`)}>
          {lost}
          <MoveForm
            {...form}
            action={actions.withdraw}
            label={say(`owner.${withdraw}Confirm`)}
            scope="withdraw"
            variant="danger"
          />
        </GraveMove>
      ) : null}
      {isErasable ? (
        <LinkButton
          href={path(locale, `${pageOf({ entryKind: noun.kind, slug })}/remove`)}
          variant="quiet"
        >
          {say("remove.label")}
        </LinkButton>
      ) : null}
      {actions.archive && canArchiveEntry(viewer, own) ? (
        <GraveMove consequence={say("owner.archiveConsequence")} label={say("owner.archive")}>
          {lost}
          <MoveForm
            {...form}
            action={actions.archive}
            label={say("owner.archiveConfirm")}
            scope="archive"
            variant="danger"
          />
        </GraveMove>
      ) : null}
    </>
  );
}
