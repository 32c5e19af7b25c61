import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { makeOpenEvent } from "@/db/registration-factory";
import { accounts } from "@/db/schema/accounts";
import { consents } from "@/db/schema/consents";
import { eventPeople } from "@/db/schema/events";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { listPeople } from "./people.queries";

afterAll(closeDatabase);

test("visitors are told a speaker who agreed to it, is there and shown, and no address", async () => {
  const reader = await transaction((tx) => makeMember(tx));
  const speaker = await transaction((tx) => makeMember(tx, { familyName: "Canut" }));
  const { id } = await transaction((tx) => makeOpenEvent(tx));
  const named = { eventId: id, role: "speaker", memberId: speaker.memberId } as const;
  await query((db) => db.insert(eventPeople).values(named));
  const told = async (viewer: Viewer | null) => (await listPeople(viewer, id, ["speaker"]))[0];
  expect((await told(reader))?.person).toMatchObject({ slug: speaker.memberSlug });
  expect((await told(null))?.person).toBeNull();

  const { accountId } = speaker;
  const agreed = { accountId, purpose: "public-directory", textVersion: 1, locale: "fr" } as const;
  await query((db) => db.insert(consents).values(agreed));
  expect((await told(null))?.person).toMatchObject({ familyName: "Canut", slug: null });

  const hide = (hiddenAt: Date | null) =>
    query((db) => db.update(members).set({ hiddenAt }).where(eq(members.accountId, accountId)));
  await hide(new Date());
  expect((await told(null))?.person).toBeNull();
  await hide(null);
  await query((db) =>
    db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, accountId)),
  );
  expect((await told(null))?.person).toBeNull();
});
