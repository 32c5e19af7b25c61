import { describe, expect, test } from "vitest";
import { LOCALES } from "../i18n/locales";
import { getTranslator } from "../i18n/translator";
import { mailGroupOf } from "./mail-groups";
import { type MailKind, renderMail } from "./render-mail";

const data = {
  name: "O’Brien <b>",
  person: "赵文琪",
  title: "Acheter <script>",
  fields: "Présentation",
  language: "chinois",
  words: "une ligne\nune autre",
  to: "/projects/soie/translate?to=zh",
};
const page = "http://localhost:3000/fr/unsubscribe?token=a.translations.b";

describe.each(LOCALES)("in %s", (locale) => {
  test("a mail that can be switched off ends with the way to do it, in text and in HTML", () => {
    const { text, html } = renderMail("translationOffered", locale, data, page);
    expect(text.trimEnd().endsWith(page)).toBe(true);
    expect(html).toContain(`<a href="${page.replace("&", "&#38;")}"`);
    expect(text).toContain(`/${locale}/projects/soie/translate?to=zh`);
  });

  test("what people wrote is text in it", () => {
    const { html } = renderMail("translationOffered", locale, data, page);
    expect(html).not.toMatch(/<script|<b>/);
    expect(html).toContain("une ligne<br>une autre");
  });

  test("the footer's lines stay apart, in text and in HTML", () => {
    const { text, html } = renderMail("signInCode", locale, { code: "123456" });
    const lines = text.slice(text.indexOf("-- \n") + 4).split("\n");
    expect(lines.length).toBeGreaterThan(1);
    expect(html).toContain(lines.join("<br>"));
  });

  test("an acceptance that was queued before its text named the person is sent all the same", () => {
    const { title } = data;
    const { text } = renderMail("interestAccepted", locale, { title, to: "/interests/1" });
    expect(text).toContain(getTranslator(locale, "interests")("by.owner"));
    expect(text).not.toMatch(/\n{3}/);
  });

  test.each([
    ...["questionAsked", "questionAnswered", "translationOffered", "translationAccepted"],
    ...["translationPublished", "translationDeclined"],
  ] as MailKind[])("%s that was queued before its text said of what is about a project", (kind) => {
    const older = renderMail(kind, locale, data);
    expect(older).toEqual(renderMail(kind, locale, { ...data, kind: "project" }));
    expect(older).not.toEqual(renderMail(kind, locale, { ...data, kind: "experience" }));
  });

  test.each([
    ["eventRegistered", { state: "confirmed" }],
    ["eventSeatOffered", { until: "1er mai", cause: "moved" }],
    ["eventSelectionTold", { state: "confirmed", reason: "" }],
    ["eventReminder", {}],
    ["eventPersonNamed", { role: "speaker" }],
  ] as [MailKind, Record<string, string>][])(
    "%s says where, and is sent if it was queued before it did",
    (kind, more) => {
      const told = { ...data, ...more, when: "09:00" };
      const place = "Lyon 3e\n12 rue de la Soie";
      expect(renderMail(kind, locale, { ...told, where: place }).text).toContain(place);
      const older = getTranslator(locale, "events")("changes.nothing");
      expect(renderMail(kind, locale, told).text).toContain(older);
    },
  );

  test.each(["duesEndSoon", "duesOver"] as MailKind[])(
    "%s that was queued before it said on whose call is about one's own",
    (kind) => {
      const told = { until: "1er mai", last: "30 juin", to: "/account/dues" };
      const older = renderMail(kind, locale, told);
      expect(older).toEqual(renderMail(kind, locale, { ...told, call: "own" }));
      expect(older).not.toEqual(renderMail(kind, locale, { ...told, call: "colleague" }));
    },
  );

  test("why an event is called off is introduced and quoted, and nothing is where nobody said why", () => {
    const told = { ...data, words: "", when: "09:00" };
    const older = renderMail("eventCancelled", locale, told);
    expect(older).toEqual(renderMail("eventCancelled", locale, { ...told, why: "" }));
    const said = renderMail("eventCancelled", locale, { ...told, why: "said", words: "No room." });
    const [, added = ""] = said.text.split("09:00");
    expect(added).toMatch(/^\s+\S[^\n]*[:：]\s+> No room\./u);
    expect(older.text).not.toContain(added.trim().split("\n")[0]);
  });

  test("what is answered from the mail has its two buttons before the way to read it, each with its answer", () => {
    const words = { ...data, answer: "sealed-secret" };
    const { text, html } = renderMail("interestReceived", locale, words);
    const links = [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => new URL(link));
    const [accept, notNow, read] = links.map(({ pathname, search }) => `${pathname}${search}`);
    expect(accept).toBe(`/${locale}/answer?answer=accept&token=sealed-secret`);
    expect(notNow).toBe(`/${locale}/answer?answer=not-now&token=sealed-secret`);
    expect(read).toBe(`/${locale}/projects/soie/translate?to=zh`);
    expect(html.match(/\/answer\?/g)).toHaveLength(2);
    expect(renderMail("interestReceived", locale, data).text).not.toContain("/answer");
  });

  test("one that is always sent has no such way", () => {
    const { text, html } = renderMail("signInCode", locale, { code: "123456" });
    expect(`${text}${html}`).not.toContain("unsubscribe");
    expect(mailGroupOf("signInCode")).toBeNull();
  });
});

describe.each(LOCALES)("of what an event costs, in %s", (locale) => {
  test.each([
    ["eventRegistered", { state: "confirmed" }],
    ["eventRegistered", { state: "waiting" }],
    ["eventSeatOffered", { until: "1er mai", cause: "free" }],
    ["eventSelectionTold", { state: "confirmed", reason: "" }],
    ["eventReminder", {}],
  ] as [MailKind, Record<string, string>][])(
    "%s says what coming costs, and nothing of what is free",
    (kind, more) => {
      const told = { ...data, ...more, when: "09:00", where: "Lyon 3e" };
      const cost = getTranslator(locale, "events")("registration.euros", { price: 15 });
      expect(renderMail(kind, locale, { ...told, cost }).text).toContain(cost);
      const free = renderMail(kind, locale, { ...told, cost: "none" });
      expect(free.text).not.toMatch(/none|\n{3}/);
      expect(renderMail(kind, locale, told)).toEqual(free);
    },
  );
});

test.each(LOCALES)(
  "what a go-between adds stands below the message in %s, with whose word it is",
  (locale) => {
    const told = { ...data, through: "Agathe Vernoux", answer: "sealed-secret" };
    const without = renderMail("introductionPassedOn", locale, told).text;
    expect(renderMail("introductionPassedOn", locale, { ...told, note: "" }).text).toBe(without);
    const note = "Dix ans d’amitié.";
    const { text } = renderMail("introductionPassedOn", locale, { ...told, note });
    const [, added = ""] = text.split("> une ligne\n> une autre");
    expect(added).toMatch(
      /^\s+Agathe Vernoux[^\n]*[:：]\s+> Dix ans d’amitié\.\s+[^\n]*\/answer\?/u,
    );
    expect(text.split("> une ligne")[0]).toMatch(/赵文琪[^\n]*[:：]\s+$/u);
  },
);

test.each(["agreed", "declined", "left"])(
  "what an organisation answered (%s) is told with the way to the event alone",
  (answer) => {
    const told = { ...data, words: "", organisation: "Soie SA", answer, to: "/events/soie" };
    for (const locale of LOCALES) {
      const { text, html } = renderMail("eventHostAnswered", locale, told);
      expect(text.match(/https?:\/\/\S+/g)).toEqual([
        `http://localhost:3000/${locale}/events/soie`,
      ]);
      expect(html).not.toContain("/answer?");
    }
  },
);

describe.each(LOCALES)("before its greeting, in %s,", (locale) => {
  /** What a programme shows of a mail in its list, behind the subject. */
  const preview = (kind: MailKind, more: Record<string, string>) => {
    const { html } = renderMail(kind, locale, { ...data, ...more });
    return /<div style="display:none[^>]*>([^<]*?)[\u00a0\u200c]*<\/div>/u.exec(html)?.[1] ?? "";
  };

  test("a mail shows why, else its first sentence, and never what a person wrote", () => {
    const question = preview("questionAsked", { kind: "project" });
    expect(question).toContain("Acheter &lt;script&gt;");
    expect(question).not.toContain("une ligne");
    const reason = "Trop court";
    expect(preview("projectRefused", { reason })).toBe(reason);
    expect(preview("projectPublished", { words: "" })).toContain("Acheter &lt;script&gt;");
    expect(preview("activitiesToConfirm", { words: "", count: "2", list: "– A\n– B" })).toBe(
      "– A – B",
    );
  });

  test("a code is shown in the subject alone", () => {
    const code = "482913";
    const shown = preview("signInCode", { words: "", code, codeMinutes: "10" });
    expect(shown).toContain("10");
    expect(shown).not.toContain(code);
    expect(renderMail("signInCode", locale, { code }).subject).toContain(code);
  });
});

test("what is to be looked at stands in a list, of very many the first", () => {
  const list = "– Soie – et thé\n– Thé\n…";
  const { html, text } = renderMail("activitiesToConfirm", "fr", { count: "30", list });
  expect(html.match(/<li\b.*?<\/li>/g)?.map((one) => one.replace(/<[^>]*>/g, ""))).toEqual([
    "Soie – et thé",
    "Thé",
    "…",
  ]);
  expect(text).toContain("– Soie – et thé\n– Thé\n");
});

test.each(LOCALES)("in %s, a party that is passed by hears that places were left", (locale) => {
  // At a first selection none has come free.
  const { text } = renderMail("eventSeatPassed", locale, data);
  expect(text).toMatch(/Il restait des places|There were places left|尚有余位/u);
  expect(text).not.toMatch(/libér|free|有了空位/u);
});
