import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { hashPassword } from "@/lib/core/auth/password";
import { findViewer } from "@/lib/core/auth/viewer";
import { changePassword } from "@/lib/passwords/mutations";
import { endSessions, signInWithPassword } from "@/lib/sessions/mutations";
import { offerFactor } from "./mutations";
import { getOfferedApp } from "./queries";

const PASSWORD = "cheval agrafe pile";
const DEVICE = { userAgent: "Mozilla/5.0 (X11; Linux) Firefox/140.0", address: "192.0.2.7" };

afterAll(closeDatabase);

/** An account with two sessions, in one of which an app was offered: its secret was seen there. */
async function offeredElsewhere() {
  const email = `${randomUUID()}@example.org`;
  const passwordHash = await hashPassword(PASSWORD);
  await transaction((tx) => makeAccount(tx, { email, passwordHash }));
  const signIn = async () => {
    const credentials = { email, password: PASSWORD };
    const signedIn = await transaction((tx) => signInWithPassword(tx, null, credentials, DEVICE));
    const viewer = await findViewer(signedIn?.token ?? "");
    if (!viewer) throw new Error("not signed in");
    return viewer;
  };
  const [own, other] = [await signIn(), await signIn()];
  await transaction((tx) => offerFactor(tx, other, { currentPassword: PASSWORD }));
  expect(await getOfferedApp(own)).not.toBeNull();
  return own;
}

test("an app that was offered to whoever knew the old password is not taken in use after it", async () => {
  const own = await offeredElsewhere();
  const change = { currentPassword: PASSWORD, password: "trois parapluies rouges" };
  await transaction((tx) => changePassword(tx, own, change));
  expect(await getOfferedApp(own)).toBeNull();
});

test("nor after the other sessions were ended", async () => {
  const own = await offeredElsewhere();
  const { accountId, sessionId } = own;
  await transaction((tx) => endSessions(tx, own, { accountId, kept: sessionId }));
  expect(await getOfferedApp(own)).toBeNull();
});
