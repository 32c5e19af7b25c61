import { and, eq } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeDatabase, databaseUrl, query, transaction } from "@/db/client";
import { makeAccount, makeApplication, makeMember, makeProject } from "@/db/factories";
import { auditEvents } from "@/db/schema/audit";
import { getDossier } from "@/lib/moderation/dossiers.queries";
import { getApplicationDossier } from "../applications/vetting/dossier.queries";
import { log } from "../core/log";
import { getAccountDossier } from "../moderation/accounts.queries";
import { listEvents } from "./queries";
import { trailFilters } from "./schema";

type Viewer = Awaited<ReturnType<typeof makeAccount>>;

const owner = postgres(process.env.DATABASE_OWNER_URL ?? databaseUrl(), {
  max: 1,
  onnotice: () => {},
});

let administrator: Viewer;
let moderator: Viewer;
let member: Awaited<ReturnType<typeof makeMember>>;

beforeAll(async () => {
  await transaction(async (tx) => {
    administrator = await makeAccount(tx, { role: "administrator" });
    moderator = await makeAccount(tx, { role: "moderator" });
    member = await makeMember(tx);
  });
});
afterAll(async () => {
  await Promise.all([owner.end(), closeDatabase()]);
});

const readersOf = async (subjectId: string, name = "dossier.read") => {
  const rows = await query((db) =>
    db
      .select({ actorId: auditEvents.actorId })
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, subjectId), eq(auditEvents.name, name)))
      .orderBy(auditEvents.id),
  );
  return rows.map(({ actorId }) => actorId).sort();
};
const pause = () => new Promise((resolve) => setTimeout(resolve, 150));

describe("reading a dossier or the trail leaves a line", () => {
  test("of an application: one an hour for each reader", async () => {
    const { id } = await transaction((tx) => makeApplication(tx, { state: "submitted" }));
    for (let i = 0; i < 3; i++) {
      expect(await getApplicationDossier(moderator, id, "fr")).not.toBeNull();
      await pause();
    }
    expect(await getApplicationDossier(administrator, id, "fr")).not.toBeNull();
    const both = [administrator.accountId, moderator.accountId].sort();
    await expect.poll(() => readersOf(id)).toEqual(both);
  });

  test("of a project and of an account", async () => {
    const project = await transaction((tx) =>
      makeProject(tx, member.memberId, { moderation: "submitted" }),
    );
    await getDossier(moderator, "project", project.id);
    await getAccountDossier(administrator, member.accountId, "fr");
    await expect.poll(() => readersOf(project.id)).toEqual([moderator.accountId]);
    await expect.poll(() => readersOf(member.accountId)).toEqual([administrator.accountId]);
  });

  test("of the trail", async () => {
    await listEvents(administrator, trailFilters.parse({}), "fr");
    await expect
      .poll(() => readersOf(administrator.accountId, "audit.read"))
      .toEqual([administrator.accountId]);
  });

  test("whoever is not let in leaves none", async () => {
    const { id } = await transaction((tx) => makeApplication(tx, { state: "submitted" }));
    expect(await getApplicationDossier(member, id, "fr")).toBeNull();
    expect(await listEvents(moderator, trailFilters.parse({}), "fr")).toMatchObject({ total: 0 });
    await pause();
    expect(await readersOf(id)).toEqual([]);
    expect(await readersOf(moderator.accountId, "audit.read")).toEqual([]);
  });
});

test("a dossier is read also when its line cannot be written", async () => {
  const { id } = await transaction((tx) => makeApplication(tx, { state: "submitted" }));
  const error = vi.spyOn(log, "error").mockReturnValue();
  await owner.unsafe(`
    create function refuse_line() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$;
    create trigger refuse_line before insert on audit_events for each row
      when (new.subject_id = '${id}') execute function refuse_line();`);
  try {
    expect(await getApplicationDossier(moderator, id, "fr")).not.toBeNull();
    const told = expect.objectContaining({ event: "reading.not-noted", subjectId: id });
    await expect.poll(() => error).toHaveBeenCalledWith(told);
  } finally {
    await owner.unsafe("drop function refuse_line cascade");
    error.mockRestore();
  }
});
