import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import { closeDatabase, query } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";
import { TRANSLATION_PROVIDERS } from "@/lib/core/i18n/machine-translation";

/** What the service gives back unless it is told otherwise: `译：` before each text. */
export const translated = async ({ texts }: { texts: readonly string[] }) =>
  texts.map((text) => `译：${text}`);

/**
 * A translation service for one file of tests, which sets it by the `chosen` of its own mock of the settings: what is asked of it, to
 * be looked at or told to fail.
 */
export function fakeTranslator(chosen: { provider: string }) {
  const translate = vi.fn();
  beforeAll(() => {
    TRANSLATION_PROVIDERS.fake = { name: "Fake, Lyon", translate };
  });
  beforeEach(() => {
    chosen.provider = "fake";
    translate.mockReset();
    translate.mockImplementation(translated);
  });
  afterAll(async () => {
    delete TRANSLATION_PROVIDERS.fake;
    await closeDatabase();
  });
  return translate;
}

/** What the trail keeps of a machine's translations of a thing or of a reader, in order. */
export async function machineTrailOf(subjectId: string): Promise<string[]> {
  const rows = await query((db) =>
    db
      .select({ name: auditEvents.name })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, subjectId))
      .orderBy(auditEvents.id),
  );
  return rows.map(({ name }) => name).filter((name) => /machine|translation/.test(name));
}
