import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeAccount, makeMember, makeOrganisation, makeProject } from "@/db/factories";
import { affiliations } from "@/db/schema/affiliations";
import type { Locale } from "../core/i18n/locales";
import { listTakeDownStates } from "./take-downs.queries";

afterAll(closeDatabase);

test("the team reads in which language those it writes to read, where all of them read the same", async () => {
  const { team, project, ...organisations } = await transaction(async (tx) => {
    const reads = (locale: Locale) => makeMember(tx, {}, { locale });
    const author = await reads("fr");
    const managedBy = async (...managers: { memberId: string }[]) => {
      const made = await makeOrganisation(tx, { visibility: "public" }, managers);
      const isTheirs = eq(affiliations.organisationId, made.id);
      await tx.update(affiliations).set({ role: "manager" }).where(isTheirs);
      return made;
    };
    return {
      team: await makeAccount(tx, { role: "moderator", locale: "zh" }),
      project: await makeProject(tx, author.memberId, { moderation: "published" }),
      alike: await managedBy(await reads("zh"), await reads("zh")),
      mixed: await managedBy(await reads("zh"), author),
      nobodys: await managedBy(),
    };
  });
  const languageOf = async (kind: "project" | "organisation", { id }: { id: string }) =>
    (await listTakeDownStates(team, kind, [id], "zh")).get(id)?.language;
  expect(await languageOf("project", project)).toBe("fr");
  expect(await languageOf("organisation", organisations.alike)).toBe("zh");
  expect(await languageOf("organisation", organisations.mixed)).toBeNull();
  expect(await languageOf("organisation", organisations.nobodys)).toBeNull();
});
