import { desc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { query, transaction } from "@/db/client";
import { makeAccount, makeMember, makeProject } from "@/db/factories";
import { entryRevisions } from "@/db/schema/entries";
import { mails } from "@/db/schema/mail";
import type { Viewer } from "../core/auth/viewer-type";
import { PREVIEW_TOKENS } from "../core/mail/preview-tokens";
import { type MailKind, renderMail } from "../core/mail/render-mail";
import { publishRevision, turnDownRevision } from "../entries/revisions.mutations";
import { publishEntry, turnDownEntry } from "../entries/verbs.mutations";
import { PROJECT_VERBS } from "../projects/noun.queries";
import { getDossier, getRevisionDossier } from "./dossiers.queries";
import { previewMails, reasonSentences } from "./mail-previews";

let moderator: Viewer;
const words = "Précisez la surface.";
const reasons = { "changes-requested": "unclear-text", refused: "duplicate" } as const;

beforeAll(async () => {
  moderator = await transaction((tx) => makeAccount(tx, { role: "moderator" }));
});

function newOwner() {
  return transaction((tx) => makeMember(tx, { nameOrder: "family-first" }, { locale: "zh" }));
}

async function sentTo(accountId: string) {
  const [mail] = await query((db) =>
    db
      .select({ kind: mails.kind, data: mails.data })
      .from(mails)
      .where(eq(mails.accountId, accountId))
      .orderBy(desc(mails.createdAt)),
  );
  return mail && renderMail(mail.kind as MailKind, "zh", mail.data);
}

function filled(text: string, verdict: keyof typeof reasons | "published") {
  if (verdict === "published") return text;
  const field = verdict === "refused" ? "refusalReason" : "changesReason";
  const sentence = reasonSentences("zh")[field][reasons[verdict]] ?? "";
  return text.replace(PREVIEW_TOKENS.reason, sentence).replace(PREVIEW_TOKENS.words, words);
}

test.each(["published", "changes-requested", "refused"] as const)(
  "a project, %s: what was previewed is what is sent",
  async (verdict) => {
    const owner = await newOwner();
    const { id, version } = await transaction((tx) =>
      makeProject(tx, owner.memberId, { moderation: "submitted", submittedAt: new Date() }),
    );
    const project = await getDossier(moderator, "project", id);
    if (!project) throw new Error("no dossier");
    const called = { ...project.owner, displayName: {} };
    const preview = previewMails("project", called, { ...project, published: project.content });
    await transaction((tx) => {
      const decided = { id, version, words };
      if (verdict === "published") return publishEntry(tx, moderator, PROJECT_VERBS, decided);
      const reasonCode = reasons[verdict];
      return turnDownEntry(tx, moderator, PROJECT_VERBS, { ...decided, verdict, reasonCode });
    });
    const sent = await sentTo(owner.accountId);
    expect(sent?.subject).toBe(preview[verdict].subject);
    expect(sent?.text).toBe(filled(preview[verdict].text, verdict));
  },
);

test.each(["published", "changes-requested", "refused"] as const)(
  "an edit, %s: what was previewed is what is sent",
  async (verdict) => {
    const owner = await newOwner();
    const { id } = await transaction((tx) =>
      makeProject(tx, owner.memberId, {
        moderation: "published",
        submittedAt: new Date(),
        publishedAt: new Date(),
      }),
    );
    const live = await getDossier(moderator, "project", id);
    if (!live) throw new Error("no dossier");
    const content = { ...live.content, title: { fr: "Un autre titre" } };
    const [revision] = await transaction((tx) =>
      tx
        .insert(entryRevisions)
        .values({
          entryId: id,
          state: "submitted",
          content,
          submittedAt: new Date(),
        })
        .returning({ id: entryRevisions.id, version: entryRevisions.version }),
    );
    if (!revision) throw new Error("no revision");
    const dossier = await getRevisionDossier(moderator, revision.id);
    if (!dossier) throw new Error("no dossier");
    const { entry: project, proposed } = dossier;
    const called = { ...project.owner, displayName: {} };
    const preview = previewMails("revision", called, { ...project, published: proposed });
    await transaction((tx) => {
      const decided = { revisionId: revision.id, version: revision.version, words };
      if (verdict === "published") return publishRevision(tx, moderator, PROJECT_VERBS, decided);
      const reasonCode = reasons[verdict];
      return turnDownRevision(tx, moderator, PROJECT_VERBS, { ...decided, verdict, reasonCode });
    });
    const sent = await sentTo(owner.accountId);
    expect(sent?.subject).toBe(preview[verdict].subject);
    expect(sent?.text).toBe(filled(preview[verdict].text, verdict));
  },
);
