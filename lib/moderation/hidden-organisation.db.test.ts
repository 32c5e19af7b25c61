import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { PAGE_VISIBILITIES } from "@/db/enums";
import { makeAccount, makeMember, makeOrganisation } from "@/db/factories";
import type { Viewer } from "../core/auth/viewer-type";
import { getAccountDossier, listAccounts } from "./accounts.queries";
import { getIdentity } from "./queries";
import { accountFilters } from "./schema";

let moderator: Viewer;
let administrator: Viewer;

beforeAll(() =>
  transaction(async (tx) => {
    moderator = await makeAccount(tx, { role: "moderator" });
    administrator = await makeAccount(tx, { role: "administrator" });
  }),
);

afterAll(closeDatabase);

test.each(PAGE_VISIBILITIES)(
  "a main organisation for %s stands beside a name as far as the club team may see it",
  async (visibility) => {
    const word = `canari${crypto.randomUUID()}`;
    const website = `https://${word}.example.org`;
    const { accountId } = await transaction(async (tx) => {
      const person = await makeMember(tx);
      const values = { name: { fr: word }, website, siren: word, visibility };
      await makeOrganisation(tx, values, [person]);
      return person;
    });
    const isShown = visibility !== "self";
    expect(await getIdentity(moderator, accountId, "fr")).toMatchObject({
      organisation: isShown ? word : null,
      website: isShown ? website : null,
      numbers: isShown ? [{ kind: "siren", value: word }] : [],
    });
    const dossier = await getAccountDossier(administrator, accountId, "fr");
    const { rows } = await listAccounts(
      administrator,
      accountFilters.parse({ q: accountId }),
      "fr",
    );
    expect([dossier, ...rows].map((row) => row?.organisation)).toEqual(
      Array(2).fill(isShown ? word : null),
    );
  },
);
