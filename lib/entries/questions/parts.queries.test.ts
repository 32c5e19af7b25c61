import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { entries } from "@/db/schema/entries";
import { entryFiles, entryQuestions } from "@/db/schema/entry-parts";
import { statementsOf } from "@/db/statement-count";
import { keepFile } from "@/lib/core/files/kept-file";
import { byPerson } from "@/lib/core/i18n/provenance";
import { PROJECTS } from "@/lib/projects/project";
import { getProjectInSight } from "@/lib/projects/sight.queries";
import { listFiles } from "../files/queries";
import { listOwnWaiting } from "../offers.queries";
import { listTranslationNotes } from "../translators.queries";
import { getParts } from "./parts.queries";
import { listQuestions } from "./queries";

afterAll(closeDatabase);

test("what stands around a project is read in one statement, and says what each part says alone", async () => {
  const { reader, slug } = await transaction(async (tx) => {
    const [owner, reader] = [await makeMember(tx), await makeMember(tx)];
    const project = await makeProject(tx, owner.memberId, { moderation: "published" });
    const provenance = { title: { en: byPerson(reader) } };
    await tx.update(entries).set({ provenance }).where(eq(entries.id, project.id));
    const asked = { entryId: project.id, memberId: reader.memberId, locale: "fr" } as const;
    await tx.insert(entryQuestions).values({ ...asked, words: "Quand ?" });
    const bytes = { kind: "pdf", content: Buffer.from("%PDF-1.7"), size: 8, hash: "0" } as const;
    const fileId = await keepFile(tx, bytes);
    await tx.insert(entryFiles).values({ entryId: project.id, fileId, name: "plan.pdf" });
    return { reader, slug: project.slug };
  });
  for (const viewer of [reader, null]) {
    const project = await getProjectInSight(viewer, slug);
    const { result, statements } = await statementsOf(() =>
      getParts(PROJECTS, viewer, project, "en"),
    );
    expect(statements).toBeLessThanOrEqual(1);
    expect(result).toEqual({
      questions: await listQuestions(viewer, project, { locale: "en" }),
      files: viewer && (await listFiles(viewer, project)),
      notes: await listTranslationNotes(viewer, project, "en"),
      ownOffers: viewer ? await listOwnWaiting(viewer, PROJECTS, project) : [],
    });
    expect(result.questions?.questions.length).toBe(viewer ? 1 : undefined);
    expect(result.files?.files.length).toBe(viewer ? 1 : undefined);
    expect(Object.keys(result.notes)).toEqual(["title"]);
  }
});
