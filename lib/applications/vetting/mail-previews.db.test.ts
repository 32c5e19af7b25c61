import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeApplication } from "@/db/factories";
import { referenceItem } from "@/db/reference/lists";
import { mails } from "@/db/schema/mail";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { PREVIEW_TOKENS } from "@/lib/core/mail/preview-tokens";
import { type MailKind, renderMail } from "@/lib/core/mail/render-mail";
import { getApplicationDossier } from "./dossier.queries";
import { HIDDEN_SECRET, previewApplicationMails } from "./mail-previews";
import { approveApplication, askForMore, refuseApplication } from "./mutations";
import { APPLICATION_VERDICTS } from "./schema";

let staff: Viewer;

beforeAll(async () => {
  staff = await transaction((tx) => makeAccount(tx, { role: "moderator" }));
});

afterAll(() => closeDatabase());

const WORDS = "请在三月前回复。";
const answers = {
  familyName: "Chen",
  givenName: "Yulan",
  nameOrder: "family-first",
  nameZh: "陈玉兰",
  category: "active",
};

test.each(APPLICATION_VERDICTS)("%s: what was previewed is what is sent", async (verdict) => {
  const { id, email, version } = await transaction((tx) =>
    makeApplication(tx, { locale: "zh", state: "under-review", takenBy: staff.accountId, answers }),
  );
  const application = await getApplicationDossier(staff, id, "fr");
  if (!application) throw new Error("no dossier");
  const preview = previewApplicationMails(application).find((one) => one.verdict === verdict);
  const input = { applicationId: id, version, words: WORDS };
  await transaction((tx) => {
    if (verdict === "approved") {
      return approveApplication(tx, staff, { ...input, organisation: "none" });
    }
    return verdict === "refused"
      ? refuseApplication(tx, staff, { ...input, reasonCode: "no-link" })
      : askForMore(tx, staff, input);
  });
  const [mail] = await query((db) =>
    db.select({ kind: mails.kind, data: mails.data }).from(mails).where(eq(mails.address, email)),
  );
  const sent = renderMail(mail?.kind as MailKind, "zh", mail?.data ?? {});
  const secret = mail?.data.to?.split("=")[1] ?? "";
  expect(secret).toHaveLength(43);
  const filled = preview?.text
    .replace(PREVIEW_TOKENS.reason, preview.reason?.sentences["no-link"] ?? "")
    .replace(PREVIEW_TOKENS.words, WORDS)
    .replace(`=${HIDDEN_SECRET}`, `=${secret}`);
  expect(sent.subject).toBe(preview?.subject);
  expect(sent.text).toBe(filled);
  expect(sent.text).toContain("陈玉兰");
});

test.each([
  ["fr", /demand(é|i)/],
  ["en", /\bask/],
  ["zh", /补充|请您/],
] as const)(
  "%s: a refusal for what is missing claims no question that nobody asked",
  (locale, asking) => {
    const { message } = referenceItem("reasonsApplicationRefusal", "incomplete") ?? {};
    expect(message?.[locale]).toBeTruthy();
    expect(message?.[locale]).not.toMatch(asking);
  },
);
