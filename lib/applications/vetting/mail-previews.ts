import { referenceItems } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { PREVIEW_TOKENS } from "@/lib/core/mail/preview-tokens";
import { type MailKind, renderMail } from "@/lib/core/mail/render-mail";
import { type Applying, applicantAddress } from "../applicant-address";
import { APPLICATION_VERDICTS, type ApplicationVerdict } from "./schema";

/** What stands in a preview for the secret of a link. */
export const HIDDEN_SECRET = "0000";

const MAILS: Record<ApplicationVerdict, { kind: MailKind; to: string }> = {
  approved: { kind: "applicationApproved", to: `/welcome?token=${HIDDEN_SECRET}` },
  "info-requested": { kind: "applicationQuestion", to: `/apply/resume?key=${HIDDEN_SECRET}` },
  refused: { kind: "applicationRefused", to: `/apply/resume?key=${HIDDEN_SECRET}` },
};

type PreviewedMail = {
  verdict: ApplicationVerdict;
  subject: string;
  text: string;
  /** The field of the form that the coded reason is chosen in, and the sentence of each reason. */
  reason?: { field: string; sentences: Record<string, string> };
};

/** The mail of each verdict in the applicant's language, with tokens for what is still to be chosen. */
export function previewApplicationMails(application: Applying): PreviewedMail[] {
  const { locale } = application;
  const { name } = applicantAddress(application);
  return APPLICATION_VERDICTS.map((verdict) => {
    const { kind, to } = MAILS[verdict];
    const { subject, text } = renderMail(kind, locale, { name, to, ...PREVIEW_TOKENS });
    const mail = { verdict, subject, text };
    return verdict === "refused"
      ? { ...mail, reason: { field: "refusalReason", sentences: refusalSentences(locale) } }
      : mail;
  });
}

/** The sentence that each coded reason puts into the mail, by slug. */
function refusalSentences(locale: Locale): Record<string, string> {
  const reasons = referenceItems("reasonsApplicationRefusal");
  return Object.fromEntries(reasons.map(({ slug, message }) => [slug, message?.[locale] ?? ""]));
}
