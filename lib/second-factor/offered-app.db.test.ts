import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { hashPassword } from "@/lib/core/auth/password";
import { signInWithPassword } from "@/lib/sessions/mutations";
import { offerFactor } from "./mutations";
import { getOfferedApp } from "./queries";

const PASSWORD = "cheval agrafe pile";
const DEVICE = { userAgent: "", address: "" };

afterAll(() => closeDatabase());

test("whoever holds a session alone sets up no app, which would lock its owner out; one only offered asks for no code", async () => {
  const email = `${randomUUID()}@example.org`;
  const passwordHash = await hashPassword(PASSWORD);
  const viewer = await transaction((tx) => makeMember(tx, {}, { email, passwordHash }));
  const offer = (input: { code?: string; currentPassword: string }) =>
    transaction((tx) => offerFactor(tx, viewer, input));
  for (const [currentPassword, code] of [
    ["", "required"],
    [`${PASSWORD} `, "wrongPassword"],
  ] as const) {
    const refused = { code, field: "currentPassword" };
    await expect(offer({ currentPassword })).rejects.toMatchObject(refused);
  }
  const guessed = offer({ code: "123456", currentPassword: PASSWORD });
  await expect(guessed).rejects.toMatchObject({ code: "conflict" });
  expect(await getOfferedApp(viewer)).toBeNull();
  const input = { email, password: PASSWORD };
  const signIn = () => transaction((tx) => signInWithPassword(tx, null, input, DEVICE));
  expect(await signIn()).toMatchObject({ isHalf: false });
  await offer({ currentPassword: PASSWORD });
  expect(await signIn()).toMatchObject({ isHalf: false });
});
