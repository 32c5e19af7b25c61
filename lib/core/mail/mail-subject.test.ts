import { describe, expect, test } from "vitest";
import { LOCALES } from "../i18n/locales";
import { mailSubject } from "./mail-subject";
import { renderMail } from "./render-mail";

const LATIN = "Établissement d’une filière de recyclage des emballages de Lyon";
const HAN = "里昂与广州之间的可降解包装材料回收利用产业链建设与技术合作项目".repeat(2).slice(0, 63);

describe("a subject", () => {
  test.each(LOCALES)("stays on one line in %s, whatever people wrote", (locale) => {
    const title = "Un\r\nBcc: x\u2028y";
    const { subject } = renderMail("projectPublished", locale, { title });
    expect(subject).toContain("Un Bcc: x y");
    expect(subject).not.toMatch(/[\r\n\u2028]/u);
  });

  test("leaves its news whole and takes the room from the longest name", () => {
    const subject = mailSubject(({ person, title }) => `${person} joins the room ${title}`, {
      person: "Anne Roux",
      title: LATIN,
    });
    expect(subject).toBe("Anne Roux joins the room Établissement d’une filière de…");
    expect(subject.length).toBeLessThanOrEqual(60);
  });

  test("shares the room between two long names", () => {
    const subject = mailSubject(({ person, title }) => `${person} joins the room ${title}`, {
      person: LATIN,
      title: HAN,
    });
    expect([...subject].length).toBeLessThanOrEqual(60);
    expect(subject).toMatch(/^Établissement.*… joins the room 里昂与广州之间的.*…$/u);
  });
});

/** Mails that somebody may fake, or that tell of somebody else's hand on an account. */
const SECURITY = [
  "passwordReset",
  "passwordChanged",
  "secondFactorSetUp",
  "secondFactorSwitchedOff",
  "secondFactorReset",
  "secondFactorRefused",
  "recoveryCodesRenewed",
  "recoveryCodeUsed",
  "addressChangeAsked",
  "addressToConfirm",
  "addressInUse",
  "addressChanged",
  "addressRestored",
  "erasureAsked",
  "archiveOpened",
  "erasureCalledOff",
] as const;

test.each(LOCALES)("a mail about an account's safety names the club in %s", (locale) => {
  const anonymous = SECURITY.filter((kind) => {
    const { subject } = renderMail(kind, locale, { club: "Club", day: "1", left: "1" });
    return !(locale === "zh" ? /^【Club】/u : /.{12} – Club$/u).test(subject);
  });
  expect(anonymous).toEqual([]);
});

test.each(["fr", "en"] as const)(
  "and says in %s what it is about before, whole, however long the name",
  (locale) => {
    const club = "Association pour les échanges économiques franco-chinois";
    const cut = SECURITY.filter((kind) => {
      const told = (name: string) =>
        renderMail(kind, locale, { club: name, day: "1er mai 2027", left: "1" });
      const [matter = ""] = told("Club").subject.split(" – ");
      return !told(club).subject.startsWith(`${matter} – Association`);
    });
    expect(cut).toEqual([]);
  },
);
