import type { EntryKind } from "@/db/enums";
import { type ReferenceList, referenceItems } from "@/db/reference/lists";
import { greetingName } from "../core/auth/viewer-type";
import type { Locale } from "../core/i18n/locales";
import { type LocalizedText, pickText } from "../core/i18n/localized-text";
import { PREVIEW_TOKENS } from "../core/mail/preview-tokens";
import { type MailKind, renderMail } from "../core/mail/render-mail";
import { type Noun, pageOf } from "../entries/noun";
import { NOUNS } from "./nouns";
import type { DecisionVerdict } from "./schema";

export type MailPreviews = Record<DecisionVerdict, { subject: string; text: string }>;

const REVISION = {
  published: "revisionPublished",
  "changes-requested": "revisionChangesRequested",
  refused: "revisionRefused",
} as const;

const KINDS: Record<EntryKind | "revision", Record<DecisionVerdict, MailKind>> = {
  project: {
    published: "projectPublished",
    "changes-requested": "projectChangesRequested",
    refused: "projectRefused",
  },
  experience: {
    published: "experiencePublished",
    "changes-requested": "experienceChangesRequested",
    refused: "experienceRefused",
  },
  cooperation: {
    published: "cooperationPublished",
    "changes-requested": "cooperationChangesRequested",
    refused: "cooperationRefused",
  },
  event: {
    published: "eventPublished",
    "changes-requested": "eventChangesRequested",
    refused: "eventRefused",
  },
  // Administrators put theirs online themselves.
  heritage: REVISION,
  page: REVISION,
  // Online as soon as it is sent.
  ask: REVISION,
  revision: REVISION,
};

type Owner = Parameters<typeof greetingName>[0] & { locale: Locale };
type Titled = { title: LocalizedText; originalLocale: Locale };

/**
 * The mail of each verdict in the owner's language, with tokens for what is still to be chosen.
 * `published` is what the verdict puts online: for an edit, another title than the live one.
 */
export function previewMails(
  subject: EntryKind | "revision",
  owner: Owner,
  entry: Titled & { slug: string; published: Titled },
  { kind }: Pick<Noun, "kind"> = NOUNS.project,
): MailPreviews {
  const preview = (verdict: DecisionVerdict) => {
    const { title, originalLocale } = verdict === "published" ? entry.published : entry;
    const page = pageOf({ entryKind: kind, slug: entry.slug });
    const { subject: line, text } = renderMail(KINDS[subject][verdict], owner.locale, {
      kind,
      name: greetingName(owner, owner.locale),
      title: pickText(title, owner.locale, originalLocale)?.text ?? "",
      to: verdict === "changes-requested" ? `${page}/edit` : page,
      ...(verdict === "published" ? {} : PREVIEW_TOKENS),
    });
    return { subject: line, text };
  };
  return {
    published: preview("published"),
    "changes-requested": preview("changes-requested"),
    refused: preview("refused"),
  };
}

/** The sentence that each coded reason puts into the mail, in the owner's language, by slug of either list. */
export function reasonSentences(
  locale: Locale,
  refusals: ReferenceList = NOUNS.project.refusals,
): Record<"changesReason" | "refusalReason", Record<string, string>> {
  const sentences = (list: ReferenceList) =>
    Object.fromEntries(
      referenceItems(list).map(({ slug, message }) => [slug, message?.[locale] ?? ""]),
    );
  return {
    changesReason: sentences("reasonsChangesRequested"),
    refusalReason: sentences(refusals),
  };
}
