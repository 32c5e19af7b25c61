import { randomUUID } from "node:crypto";
import type { Transaction } from "@/db/client";
import { PAYMENT_WAYS } from "@/db/enums";
import { duesDocuments, duesFees, duesYears } from "@/db/schema/dues";
import { today } from "@/lib/core/dates";
import { duesIssuer } from "@/lib/dues/issuer";
import { addressee, type DuesPerson, listDuesPeople } from "@/lib/dues/people.queries";
import { personName } from "@/lib/members/person-name";
import { type DemoKeys, keyOf } from "./demo-decisions";
import { DEMO } from "./demo-files";
import { dayAgo, daysAgo } from "./demo-times";

const FEES: Record<string, number> = {
  active: 12_000,
  "chinese-partner": 12_000,
  institutional: 30_000,
  associate: 8_000,
};

/** What a real club would say of itself by its settings. */
const ISSUER = {
  legalForm: "Association régie par la loi du 1er juillet 1901",
  registration: "RNA W000000000",
  address: "1 rue de l’Exemple, 69000 Lyon, France",
  vat: "Cotisation hors du champ d’application de la TVA.",
  payment: "Virement\u00a0: FR76 0000 0000 0000 0000 0000 000",
};

/** By year from this one: called and paid so many days ago; of the next only every third has paid yet. */
const YEARS = [
  { ahead: -1, called: 640, paid: 610, isPaid: () => true },
  { ahead: 0, called: 290, paid: 262, isPaid: () => true },
  { ahead: 1, called: 18, paid: 6, isPaid: (at: number) => at % 3 === 0 },
];

/** Pays for a colleague too. */
const CORPORATE = { payer: "zhao-wenqi", colleague: "chen-yifan" };

/** Fees of three years, and what was called for and paid: whoever lapsed has not paid since last year. */
export async function seedDues(tx: Transaction, keys: DemoKeys): Promise<void> {
  const year = Number(today().slice(0, 4));
  await tx.insert(duesFees).values(
    YEARS.flatMap(({ ahead }) =>
      Object.entries(FEES).map(([category, amountCents]) => ({
        ...{ category, amountCents, year: year + ahead },
      })),
    ),
  );
  const there = DEMO.members.filter(({ status }) => status === "active" || status === "lapsed");
  const people = await listDuesPeople(
    tx,
    there.map(({ slug }) => keyOf(keys.accounts, slug)),
  );
  const named = there.map(({ slug }) => {
    const person = people.find(({ accountId }) => accountId === keyOf(keys.accounts, slug));
    if (!person) throw new Error(`demo member ${slug} was not made`);
    return { slug, person };
  });
  const issuedBy = keyOf(keys.accounts, "secretariat");
  for (const { ahead, called, paid, isPaid } of YEARS) {
    for (const [at, { slug, person }] of named.entries()) {
      const isLapsed = person.status === "lapsed";
      if (slug === CORPORATE.colleague || (isLapsed && ahead > 0)) continue;
      const colleague =
        slug === CORPORATE.payer && named.find((one) => one.slug === CORPORATE.colleague);
      const covered = colleague ? [person, colleague.person] : [person];
      const isDone = isPaid(at) && !(isLapsed && ahead === 0);
      const days = { called, paid: isDone ? paid : null };
      await seedCall(tx, { at, year: year + ahead, days, issuedBy, payer: person, covered });
    }
  }
}

type DemoCall = {
  at: number;
  year: number;
  /** Before the seed; `paid` is null where it was not. */
  days: { called: number; paid: number | null };
  issuedBy: string;
  payer: DuesPerson;
  covered: DuesPerson[];
};

async function seedCall(tx: Transaction, { at, year, days, issuedBy, payer, covered }: DemoCall) {
  const [id, receiptId] = [randomUUID(), randomUUID()];
  const { accountId, locale } = payer;
  const amountCents = covered.reduce((sum, { category }) => sum + (FEES[category] ?? 0), 0);
  if (amountCents === 0) return;
  const document = {
    ...{ accountId, year, amountCents, locale, issuedBy },
    snapshot: {
      issuer: { ...duesIssuer(locale), ...ISSUER },
      to: addressee(payer, ""),
      covers: covered.map((one) => personName(one, locale)),
    },
  };
  const createdAt = daysAgo(days.called);
  await tx.insert(duesDocuments).values({ ...document, id, kind: "call", createdAt });
  if (days.paid !== null) {
    await tx.insert(duesDocuments).values({
      ...{ ...document, id: receiptId, kind: "receipt", callId: id, createdAt: daysAgo(days.paid) },
      ...{ paidOn: dayAgo(days.paid), way: PAYMENT_WAYS[at % PAYMENT_WAYS.length] },
    });
  }
  await tx.insert(duesYears).values(
    covered.map((one) => ({
      ...{ accountId: one.accountId, year, callId: id },
      receiptId: days.paid === null ? null : receiptId,
    })),
  );
}
