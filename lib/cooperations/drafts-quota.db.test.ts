import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeCooperation } from "@/db/cooperation-factory";
import { makeMember, makeOrganisation } from "@/db/factories";
import type { CheckedFile } from "@/lib/core/files/check-file";
import { attachFile } from "@/lib/entries/files/mutations";
import { COOPERATION_VERBS } from "./noun.queries";

afterAll(closeDatabase);

test("200 MB in all the agreements that a manager begins; what is online has its own", async () => {
  const { manager, slugs, online } = await transaction(async (tx) => {
    const made = await makeMember(tx);
    const lab = await makeOrganisation(tx, {}, [made]);
    const fudan = await makeOrganisation(tx, { country: "cn" });
    const one = async (moderation: "draft" | "published") =>
      (await makeCooperation(tx, [lab.id, fudan.id], { moderation })).slug;
    const drafts = [await one("draft"), await one("draft")] as const;
    return { manager: made, slugs: drafts, online: [await one("published")] as const };
  });
  const attach = (slug: string, size: number) => {
    const content = Buffer.from("%PDF-1.7");
    const file: CheckedFile = { name: "a.pdf", kind: "pdf", content, size, hash: "a".repeat(64) };
    return transaction((tx) =>
      attachFile(tx, manager, COOPERATION_VERBS, { slug, level: "members", file }),
    );
  };
  await attach(online[0], 8);
  await attach(slugs[0], 200 * 1024 ** 2 - 4);
  await expect(attach(slugs[1], 8)).rejects.toThrow("filesTooLarge");
});
