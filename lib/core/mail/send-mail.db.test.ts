import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import PostalMime from "postal-mime";
import sharp from "sharp";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { beside, closeDatabase, query, transaction } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { mailPreferences, mails } from "@/db/schema/mail";
import { sendMail } from "./send-mail";
import { readUnsubscribeToken } from "./unsubscribe-token";

const dataDir = mkdtempSync(path.join(os.tmpdir(), "club-mail-"));
const settings = vi.hoisted(() => ({ current: {} as Record<string, string | undefined> }));
vi.mock("../env", () => ({ env: () => settings.current }));

beforeEach(() => {
  settings.current = {
    APP_ORIGIN: "https://club.example.org",
    AUTH_SECRET: "a-secret-of-the-tests-and-of-nothing-else",
    DATA_DIR: dataDir,
    MAIL_FROM: "Club <club@example.org>",
    CLUB_NAME: "Club",
    CLUB_CONTACT: "secretariat@example.org",
  };
});

afterAll(async () => {
  await closeDatabase();
  rmSync(dataDir, { recursive: true, force: true });
});

const send = (mailId: string) => sendMail(mailId, { composers: {}, isStillTold: async () => true });

async function putMail(values: Partial<typeof mails.$inferInsert> = {}): Promise<string> {
  const id = randomUUID();
  const data = { code: "654321", name: "欧阳 娜娜" };
  const mail = {
    id,
    address: "o'brien@example.org",
    kind: "signInCode",
    locale: "zh" as const,
    data,
    ...values,
  };
  await query((db) => db.insert(mails).values(mail));
  return id;
}

async function readMail(id: string) {
  const [row] = await query((db) =>
    db
      .select({
        data: mails.data,
        sentAt: mails.sentAt,
        attempts: mails.attempts,
        lastError: mails.lastError,
      })
      .from(mails)
      .where(eq(mails.id, id)),
  );
  return row;
}

async function listen(refusals: number) {
  const received: string[] = [];
  let left = refusals;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo(address, _session, done) {
      left -= 1;
      if (left >= 0) done(Object.assign(new Error(`no ${address.address}`), { responseCode: 451 }));
      else done();
    },
    onData(stream, _session, done) {
      stream.setEncoding("utf8");
      let text = "";
      stream.on("data", (chunk) => {
        text += chunk;
      });
      stream.on("end", () => {
        received.push(text);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  settings.current.SMTP_URL = `smtp://127.0.0.1:${port}`;
  return { received, close: () => new Promise<void>((resolve) => server.close(resolve)) };
}

describe("sendMail", () => {
  it("keeps the letter as a file without an SMTP server, once, and forgets what filled it", async () => {
    const id = await putMail();
    await send(id);
    await send(id);
    const files = readdirSync(path.join(dataDir, "mail")).filter((file) => file.includes(id));
    expect(files).toHaveLength(1);
    const letter = JSON.parse(readFileSync(path.join(dataDir, "mail", files[0] ?? ""), "utf8"));
    expect(letter).toMatchObject({ to: "o'brien@example.org", locale: "zh", kind: "signInCode" });
    expect(letter.text).toContain("654321");
    expect(await readMail(id)).toMatchObject({ data: {}, attempts: 1, sentAt: expect.any(Date) });
  });

  it("throws when the server refuses, without the address, and is sent with the same Message-ID later", async () => {
    const id = await putMail();
    const smtp = await listen(1);
    const refused = await send(id).catch((error: Error) => error.message);
    expect(refused).toContain("451");
    expect(refused).not.toContain("o'brien");
    expect(await readMail(id)).toMatchObject({
      sentAt: null,
      attempts: 1,
      lastError: expect.stringContaining("451"),
    });
    await send(id);
    await send(id);
    await smtp.close();
    expect(smtp.received).toHaveLength(1);
    expect(smtp.received[0]).toContain(`Message-ID: <${id}@club.example.org>`);
    expect(smtp.received[0]).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(await readMail(id)).toMatchObject({ data: {}, attempts: 2, lastError: null });
  });

  it("carries the one-click address of its group, which a mail that cannot be switched off does not", async () => {
    const { accountId } = await transaction((tx) => makeAccount(tx));
    const data = { person: "赵文琪", title: "丝绸", fields: "摘要", language: "中文", to: "/" };
    const smtp = await listen(0);
    await send(await putMail({ accountId, kind: "translationOffered", data }));
    await send(await putMail({ accountId }));
    await smtp.close();
    const [offer = "", code = ""] = smtp.received.map((text) => text.replace(/\r\n[ \t]+/g, " "));
    expect(offer).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    const address = new URL(/^List-Unsubscribe: <(.+)>\r?$/m.exec(offer)?.[1] ?? "");
    expect(`${address.origin}${address.pathname}`).toBe("https://club.example.org/api/unsubscribe");
    const token = address.searchParams.get("token") ?? "";
    expect(readUnsubscribeToken(token)).toEqual({ accountId, group: "translations" });
    expect(code).not.toMatch(/unsubscribe/i);
  });

  it("drops what was switched off or muted, or whose reader was suspended, while it waited; a decision is sent", async () => {
    const [off, muted, suspended] = await transaction(async (tx) => [
      await makeAccount(tx),
      await makeAccount(tx),
      await makeAccount(tx),
    ]);
    const data = { person: "赵文琪", title: "丝绸", fields: "摘要", language: "中文", to: "/" };
    const offer = { kind: "translationOffered", data };
    const waiting = [
      await putMail({ accountId: off?.accountId, ...offer }),
      await putMail({ accountId: muted?.accountId, ...offer }),
      await putMail({ accountId: suspended?.accountId, ...offer }),
    ];
    const told = { reason: "", words: "", to: "/account" };
    const decision = await putMail({
      accountId: suspended?.accountId,
      kind: "accountSuspended",
      data: told,
    });
    await transaction(async (tx) => {
      await tx.insert(mailPreferences).values([
        { accountId: off?.accountId ?? "", topic: "translations" },
        { accountId: muted?.accountId ?? "", topic: "translationOffered" },
      ]);
      const isIt = eq(accounts.id, suspended?.accountId ?? "");
      await tx.update(accounts).set({ status: "suspended" }).where(isIt);
    });
    const smtp = await listen(0);
    for (const id of [...waiting, decision]) await send(id);
    await smtp.close();
    expect(smtp.received).toHaveLength(1);
    for (const id of waiting) expect(await readMail(id)).toBeUndefined();
    expect(await readMail(decision)).toMatchObject({ sentAt: expect.any(Date) });
  });

  it("leaves alone a mail that was erased meanwhile", async () => {
    await expect(send(randomUUID())).resolves.toBeUndefined();
  });
});

it("leaves no letter to another machine that offers no encryption", async () => {
  const id = await putMail();
  const smtp = await listen(0);
  // This machine, by an address that is not known to be its own.
  settings.current.SMTP_URL = settings.current.SMTP_URL?.replace("127.0.0.1", "0.0.0.0");
  await expect(send(id)).rejects.toThrow("TLS");
  await smtp.close();
  expect(smtp.received).toEqual([]);
});

it("leaves no file of a letter that was erased while it was written", async () => {
  const id = await putMail();
  const kept = () =>
    readdirSync(path.join(dataDir, "mail")).filter((name) => name.endsWith(`${id}.json`));
  let sending: Promise<void> | undefined;
  await transaction(async (tx) => {
    await tx.delete(mails).where(eq(mails.id, id));
    sending = beside(() => send(id));
    await vi.waitFor(() => expect(kept()).toHaveLength(1), 10_000);
  });
  await sending;
  expect(kept()).toEqual([]);
});

it("carries an event for the reader's calendar", async () => {
  const calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR";
  const smtp = await listen(0);
  await send(await putMail({ data: { code: "654321", name: "Lin", calendar } }));
  await smtp.close();
  const { attachments } = await PostalMime.parse(smtp.received[0] ?? "");
  expect(attachments[1]).toMatchObject({ mimeType: "text/calendar", filename: "event.ics" });
  // Its lines still end as they did.
  expect(smtp.received[0]).toContain(Buffer.from(calendar).toString("base64"));
});

it("carries the club's sign, which its page shows by name, and nothing else", async () => {
  const smtp = await listen(0);
  await send(await putMail());
  await smtp.close();
  const { html, attachments } = await PostalMime.parse(smtp.received[0] ?? "");
  expect(attachments).toMatchObject([
    { mimeType: "image/png", disposition: "inline", related: true, contentId: "<mark>" },
  ]);
  expect(html?.match(/src="[^"]*"/g)).toEqual(['src="cid:mark"']);
  const picture = Buffer.from(attachments[0]?.content as ArrayBuffer);
  expect(await sharp(picture).metadata()).toMatchObject({ width: 120, height: 120 });
  expect(picture.length).toBeLessThan(6 * 1024);
});
