import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { makeOpenEvent } from "@/db/registration-factory";
import { askQuestion } from "@/lib/entries/questions/mutations";
import { EVENT_VERBS } from "./noun.queries";

afterAll(closeDatabase);

const askedOf = (progress: "open" | "cancelled") =>
  transaction(async (tx) => {
    const host = await makeOrganisation(tx, {}, [await makeMember(tx)]);
    const { slug } = await makeOpenEvent(tx, { progress }, [host.id]);
    const question = "Faut-il une pièce d’identité à l’entrée ?";
    return askQuestion(tx, await makeMember(tx), EVENT_VERBS, { slug, locale: "fr", question });
  });

test("nobody asks under an event that is cancelled any more, and reads why", async () => {
  await expect(askedOf("open")).resolves.toMatchObject({ questionId: expect.any(String) });
  await expect(askedOf("cancelled")).rejects.toMatchObject({ code: "eventIsCancelled" });
});
