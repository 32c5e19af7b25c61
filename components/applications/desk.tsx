import type { ReactNode } from "react";
import type { ApplicationDossier } from "@/lib/applications/vetting/dossier.queries";
import {
  canReleaseApplication,
  canResumeReview,
  canTakeApplication,
} from "@/lib/applications/vetting/policy";
import type { RelatedDecision } from "@/lib/applications/vetting/related.queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatInstant } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { KeyedForm } from "../ui/keyed-form";
import { PersonWords } from "../ui/person-words";
import { SubmitButton } from "../ui/submit-button";
import { LastDecision } from "./last-decision";

type DeskProps = {
  locale: Locale;
  viewer: Viewer;
  application: ApplicationDossier;
  take: FormAction;
  release: FormAction;
  resume: FormAction;
  /** The newest decision on it, if there is one. */
  decided: RelatedDecision | null;
};

/** Whoever decides about an application can leave it to the others; for the others, what they can do or why nothing. */
export function Desk(props: DeskProps) {
  const { locale, viewer, application, take, release, resume, decided } = props;
  const t = getTranslator(locale, "vetting");
  const { id, version, state, takenBy, takenAt, takerName: name } = application;
  const hidden: Record<string, string> = { applicationId: id, version: String(version) };
  const since = takenAt ? formatInstant(takenAt, locale) : "";
  if (canReleaseApplication(viewer, application)) {
    const admin = getTranslator(locale, "admin");
    return (
      <DeskForm action={release} hidden={hidden} locale={locale}>
        <p className="mt-6 border-hairline border-t pt-6">{admin("desk.mine", { date: since })}</p>
        <SubmitButton variant="secondary">{admin("desk.release")}</SubmitButton>
      </DeskForm>
    );
  }
  if (canTakeApplication(viewer, application)) {
    const isFree = takenBy === null;
    return (
      <DeskForm
        action={take}
        hidden={takenBy ? { ...hidden, from: takenBy } : hidden}
        locale={locale}
      >
        <p>
          <PersonWords
            words={isFree ? t("desk.free") : t("desk.colleague", { name, date: since })}
          />
        </p>
        {isFree ? null : <p className="text-muted text-sm">{t("desk.colleagueHint")}</p>}
        <SubmitButton className="w-full" variant={isFree ? "primary" : "secondary"}>
          {isFree ? t("desk.take") : t("desk.takeOver", { name })}
        </SubmitButton>
      </DeskForm>
    );
  }
  if (canResumeReview(viewer, application)) {
    const date = decided ? formatInstant(decided.decidedAt, locale) : since;
    return (
      <DeskForm action={resume} hidden={hidden} locale={locale}>
        <p>{t("desk.awaited", { date })}</p>
        <SubmitButton className="w-full" variant="secondary">
          {t("desk.resume")}
        </SubmitButton>
      </DeskForm>
    );
  }
  if (state === "withdrawn") return <p>{t("desk.withdrawn")}</p>;
  return (
    <>
      <p className="mb-3">{t(state === "approved" ? "desk.approved" : "desk.refused")}</p>
      {decided ? (
        <LastDecision decision={decided} locale={locale} wordsLocale={application.locale} />
      ) : null}
    </>
  );
}

type DeskFormProps = {
  locale: Locale;
  action: FormAction;
  hidden: Record<string, string>;
  children: ReactNode;
};

function DeskForm({ locale, action, hidden, children }: DeskFormProps) {
  return (
    <KeyedForm action={action} className="space-y-4" hidden={hidden} locale={locale} scope="desk">
      {children}
    </KeyedForm>
  );
}
