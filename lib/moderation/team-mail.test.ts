import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { drawMail } from "@/lib/core/mail/draw-mail";
import { composedLetter } from "@/lib/core/mail/render-mail";
import { QUEUE_KINDS } from "./promise";
import type { QueueItem } from "./queue-item";
import { queueInMail } from "./team-mail";

const now = new Date("2026-11-27T07:02:00Z");

const item = (values: Partial<QueueItem> = {}): QueueItem => ({
  kind: "project",
  id: "one",
  title: { text: "Soieries", lang: "fr" },
  owner: "Agathe Vernoux",
  submittedAt: new Date("2026-11-25T10:00:00Z"),
  isToRead: false,
  isOwn: false,
  taker: null,
  ...values,
});

function said(
  items: QueueItem[],
  since = "2026-11-26T07:02:00Z",
  locale: (typeof LOCALES)[number] = "en",
) {
  const said = queueInMail(items, { since, until: now.toISOString() }, locale, now);
  return drawMail(locale, composedLetter("teamQueue", locale, { ...said, name: "" }));
}

test.each(LOCALES)(
  "every kind that can wait is in the mail in %s, and opens its dossier",
  (locale) => {
    const items = QUEUE_KINDS.map((kind) =>
      item({ kind, title: { text: `the ${kind}`, lang: null } }),
    );
    const { text, subject } = said(items, undefined, locale);
    expect(subject).toContain(String(QUEUE_KINDS.length));
    for (const kind of QUEUE_KINDS) {
      expect(text).toContain(`– the ${kind}`);
      expect(text).toContain(`/${locale}/admin/${kind}s/one`);
    }
  },
);

test("it says how long each has waited against its promise, and who has it", () => {
  const taker = { name: "Lin Meihua", isViewer: false };
  const applied = item({
    kind: "application",
    submittedAt: new Date("2026-11-20T10:00:00Z"),
    taker,
  });
  const { text } = said([applied, item()]);
  expect(text).toContain(
    "waiting 5 working days, answer promised within 5 working days · Lin Meihua is dealing with it",
  );
  expect(text).toContain(
    "Agathe Vernoux · waiting 2 working days, answer promised within 3 working days",
  );
});

test("of many of a kind the five oldest, and how many more", () => {
  const { text } = said(Array.from({ length: 8 }, (_, id) => item({ id: `n${id}` })));
  expect(text.match(/^– /gmu)).toHaveLength(5);
  expect(text).toContain("3 more items are in the queue");
});

test("what is two working days late since the last mail is the news, once", () => {
  const late = item({ submittedAt: new Date("2026-11-20T07:00:00Z") });
  expect(said([late, item()]).subject).toBe("2 working days late: Soieries");
  expect(said([late, item()], "2026-11-27T07:00:00Z").subject).toBe(
    "2 items are waiting for a decision",
  );
  expect(said([late, late]).subject).toBe("2 items are 2 working days late");
  expect(said([late], "").subject).toBe("2 working days late: Soieries");
});

test("what was late long before is said to be as late as it is, of several the least", () => {
  const old = item({ submittedAt: new Date("2026-10-30T07:00:00Z") });
  const late = item({ submittedAt: new Date("2026-11-20T07:00:00Z") });
  const { subject, text } = said([old, item()], "");
  expect(subject).toBe("16 working days late: Soieries");
  expect(text).toContain("“Soieries” is now 16 working days late.");
  expect(said([old, old], "").subject).toBe("2 items are 16 working days late");
  expect(said([old, late], "").subject).toBe("2 items are at least 2 working days late");
  expect(said([old, late], "", "fr").text).toContain("2 dossiers ont maintenant au moins 2 jours");
  expect(said([old, late], "", "zh").subject).toBe("有2项已逾期至少2个工作日");
});
