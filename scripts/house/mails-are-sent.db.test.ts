import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { mails } from "@/db/schema/mail";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { mailGroupOf } from "@/lib/core/mail/mail-groups";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { sendMail } from "@/lib/core/mail/send-mail";
import { filledMail, MAIL_KINDS } from "./filled-mails";

const FROM = "club@example.org";
const settings = vi.hoisted(() => ({ SMTP_URL: "" }));
vi.mock("@/lib/core/env", async (original) => {
  const { env } = await original<typeof import("@/lib/core/env")>();
  return { env: () => ({ ...env(), MAIL_FROM: `Club <${FROM}>`, ...settings }) };
});

let accountId = "";
/** By the ids of their messages: the server greets each connection after a moment, so that all go at once. */
const arrived = new Map<string, Email>();
const server = new SMTPServer({
  disabledCommands: ["STARTTLS", "AUTH"],
  onData(stream, _session, done) {
    buffer(stream).then(async (bytes) => {
      const mail = await PostalMime.parse(bytes);
      arrived.set(mail.messageId ?? "", mail);
      done();
    }, done);
  },
});

beforeAll(async () => {
  accountId = (await transaction((tx) => makeAccount(tx))).accountId;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  settings.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve));
  await closeDatabase();
});

async function sent(kind: MailKind, locale: Locale) {
  const id = randomUUID();
  const data = filledMail(locale, kind);
  const mail = { id, accountId, address: "reader@example.org", kind, locale, data };
  await query((db) => db.insert(mails).values(mail));
  await sendMail(id, { composers: {}, isStillTold: async () => true });
  return { id, mail: arrived.get(`<${id}@localhost>`) };
}

/** What is wrong with a mail as its reader's programme takes it apart; nothing when all is there. */
function faults(kind: MailKind, id: string, mail: Email | undefined): string[] {
  const { html = "", text = "", subject = "", attachments = [], headers = [] } = mail ?? {};
  const head = (name: string) => headers.find(({ key }) => key === name)?.value ?? "";
  const page = html.replace(/<style>.*?<\/style>/s, "");
  const cid = /src="cid:([^"]+)"/.exec(html)?.[1];
  const mayBeSwitchedOff = mailGroupOf(kind) !== null;
  const holds: Record<string, boolean> = {
    from: mail?.from?.address === FROM,
    to: mail?.to?.length === 1 && mail.to[0]?.address === "reader@example.org",
    subject: subject.length > 3,
    "same news in text and page":
      text.includes("> une autre") && page.includes("une autre</blockquote>"),
    "one picture, its own": attachments.length === 1 && attachments[0]?.contentId === `<${cid}>`,
    "related picture": attachments[0]?.related === true,
    "by itself": head("auto-submitted") === "auto-generated",
    "message id": mail?.messageId === `<${id}@localhost>`,
    "way to switch off": mayBeSwitchedOff === /^<http.*token=.*>$/.test(head("list-unsubscribe")),
    "nothing unfilled": !/[{}]|undefined|null|«\u202f\u202f»|“”/.test(`${subject}${text}${page}`),
    "people's words are text": !/<script|<b>/.test(page),
    "no empty paragraph": !/<p[^>]*><\/p>|\n{3}/.test(`${page}${text}`),
  };
  return Object.keys(holds).filter((name) => !holds[name]);
}

test.each(LOCALES)(
  "every mail in %s arrives whole",
  async (locale) => {
    const wrong: string[] = [];
    await Promise.all(
      MAIL_KINDS.map(async (kind) => {
        const { id, mail } = await sent(kind, locale);
        wrong.push(...faults(kind, id, mail).map((fault) => `${kind}: ${fault}`));
      }),
    );
    expect(wrong).toEqual([]);
  },
  300_000,
);

test("a fault would be found", async () => {
  const { id, mail } = await sent("translationOffered", "fr");
  expect(mail && faults("translationOffered", id, mail)).toEqual([]);
  expect(mail && faults("signInCode", id, { ...mail, text: "{code}" })).toEqual([
    "same news in text and page",
    "way to switch off",
    "nothing unfilled",
  ]);
});
