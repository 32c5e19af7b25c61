import { afterAll, beforeEach, expect, it } from "vitest";
import { databaseUrl } from "@/db/client";
import { connect } from "@/db/connect.mjs";
import { acceptSecrets, checkInstallation, fingerprint, refuseNewer } from "./installation";

const owner = connect(process.env.DATABASE_OWNER_URL ?? databaseUrl());
const serving = connect(databaseUrl());
const MINE = { AUTH_SECRET: "the-secret-of-this-installation-here" };
const OTHER = { AUTH_SECRET: "the-secret-of-another-installation" };

beforeEach(
  () => owner`update installation set auth_fingerprint = null, actions_fingerprint = null`,
);
afterAll(async () => {
  await owner`update installation set auth_fingerprint = null, actions_fingerprint = null`;
  await Promise.all([owner.end(), serving.end()]);
});

it("a second instance with another secret is found out at its start", async () => {
  await checkInstallation(owner, serving, MINE);
  await checkInstallation(owner, serving, MINE);
  await expect(checkInstallation(owner, serving, OTHER)).rejects.toThrow("AUTH_SECRET");
  await expect(checkInstallation(owner, serving, OTHER)).rejects.not.toThrow(OTHER.AUTH_SECRET);
});

it("another key of the forms is found out as well, once one is known", async () => {
  await checkInstallation(owner, serving, MINE);
  const key = { ...MINE, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "a".repeat(43) };
  await checkInstallation(owner, serving, key);
  const wrong = { ...MINE, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "b".repeat(43) };
  await expect(checkInstallation(owner, serving, wrong)).rejects.toThrow(
    "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
  );
});

it("a secret that was changed on purpose is accepted by command", async () => {
  await checkInstallation(owner, serving, MINE);
  await acceptSecrets(owner, OTHER);
  await checkInstallation(owner, serving, OTHER);
  await expect(checkInstallation(owner, serving, MINE)).rejects.toThrow("secret accept");
});

it("two addresses that lead to two databases are found out", async () => {
  const url = new URL(databaseUrl());
  url.pathname = "/postgres";
  const elsewhere = connect(url.href);
  await expect(checkInstallation(owner, elsewhere, MINE)).rejects.toThrow("two databases");
  await elsewhere.end();
});

it("what is kept gives the secret away to nobody", () => {
  expect(fingerprint(MINE.AUTH_SECRET)).toMatch(/^[0-9a-f]{32}$/);
  expect(fingerprint(undefined)).toBeNull();
});

it("pages may read it and change nothing of it", async () => {
  const change = serving`update installation set auth_fingerprint = 'x'`;
  await expect(change).rejects.toThrow("permission denied");
});

it("a database that a newer version has brought up to date is not served by an older one", async () => {
  await refuseNewer(owner);
  const [last] =
    await owner`select max(created_at)::float8 as "at" from drizzle.__drizzle_migrations`;
  await expect(refuseNewer(owner, last?.at - 1)).rejects.toThrow("restore the backup");
});
