import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { makeOpenEvent } from "@/db/registration-factory";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { moveEvent, settleRegistration } from "./settling.mutations";

let keeper: Viewer;
let host: string;

beforeAll(() =>
  transaction(async (tx) => {
    const member = await makeMember(tx);
    keeper = member;
    host = (await makeOrganisation(tx, {}, [member])).id;
  }),
);

afterAll(closeDatabase);

const SETTINGS = {
  ...{ capacity: 2, price: null, needsApproval: false, companionsMost: 1 },
  ...{ onlineUrl: null, keepsSeated: false },
};

test("registration neither closes at a time that has passed nor opens after it", async () => {
  const { id, version } = await transaction((tx) =>
    makeOpenEvent(tx, { progress: "announced", closesAt: new Date(0) }, [host]),
  );
  const settle = (closes: string | null) =>
    transaction((tx) => settleRegistration(tx, keeper, { id, version, ...SETTINGS, closes }));
  const open = (at: number) =>
    transaction((tx) => moveEvent(tx, keeper, { id, version: at, to: "open" }));
  await expect(settle("2026-11-01 10:00")).rejects.toMatchObject({
    code: "closesPassed",
    field: "closes",
  });
  await expect(open(version)).rejects.toMatchObject({ code: "closesPassed" });
  // What is saved already keeps nobody from settling the rest.
  await settle("1970-01-01 01:00");
  await expect(open(version + 1)).rejects.toMatchObject({ code: "closesPassed" });
});
