import { describe, expect, it } from "vitest";
import { APPLICATION_STATES } from "@/db/enums";
import { isReference, type ReferenceList } from "@/db/reference/lists";
import { typographyFaults } from "@/db/reference/typography";
import { listFaults } from "@/lib/applications/answer-faults";
import { OPEN_APPLICATION_STATES } from "@/lib/applications/policy";
import { PORTAL_TEXTS } from "@/lib/consents/consent-texts";
import type { Tick } from "@/lib/consents/tick";
import { isHanName, isWechatId } from "@/lib/core/text/contact-formats";
import { isPhone } from "@/lib/core/text/phone-numbers";
import {
  frenchVatOf,
  isSiren,
  isSiret,
  isUscc,
  regionOfUscc,
} from "@/lib/core/text/registration-numbers";
import { nameKeys } from "@/lib/organisations/names";
import { numberOf } from "@/lib/organisations/registration-rules";
import { DEMO } from "./demo-files";
import { momentOf } from "./demo-times";

const { organisations, members, applications, requests, invitations } = DEMO;
const present = <T>(values: (T | null | undefined)[]) =>
  values.filter((value): value is T => value !== null && value !== undefined);
const unknown = (list: ReferenceList, slugs: (string | undefined)[]) =>
  present(slugs).filter((slug) => !isReference(list, slug));
const duplicates = (values: string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

/** Valid by check digit, and nobody's: a SIREN this low was never given, region 990000 does not exist. */
const isNobodysSiren = (siren: string) => isSiren(siren) && siren.startsWith("000000");
const isNobodysUscc = (uscc: string) => isUscc(uscc) && regionOfUscc(uscc) === "990000";

describe("registration numbers", () => {
  it.each(organisations)("$slug has the number of its country and kind, and nobody's", (one) => {
    const rule = numberOf(one.country, one.kind);
    const { siren, siret, vat, uscc, parentUscc } = one;
    expect(present([siren]).length).toBe(rule?.number === "siren" ? 1 : 0);
    expect(present([uscc]).length).toBe(rule?.number === "uscc" ? 1 : 0);
    if (siren) expect(isNobodysSiren(siren)).toBe(true);
    if (siret) expect(isSiret(siret) && siret.slice(0, 9)).toBe(siren);
    if (vat) expect(vat).toBe(frenchVatOf(siren ?? ""));
    expect(present([uscc, parentUscc]).filter((code) => !isNobodysUscc(code))).toEqual([]);
  });

  it("belong to one organisation each, and one of them ends in 0", () => {
    const numbers = organisations.flatMap(({ siren, uscc }) => present([siren, uscc]));
    expect(duplicates(numbers)).toEqual([]);
    expect(organisations.some(({ uscc }) => uscc?.endsWith("0"))).toBe(true);
  });

  it("lead from a subsidiary in Lyon to its parent in China", () => {
    const codes = present(organisations.map(({ uscc }) => uscc));
    expect(organisations.some(({ parentUscc }) => parentUscc && codes.includes(parentUscc))).toBe(
      true,
    );
  });
});

it("names no organisation twice, in any script", () => {
  expect(duplicates(organisations.flatMap(({ name }) => nameKeys(Object.values(name))))).toEqual(
    [],
  );
});

it.each(members)("$slug has a phone, a WeChat id and a Chinese name as they are written", (one) => {
  expect(present([one.phone]).filter((phone) => !isPhone(phone))).toEqual([]);
  expect(present([one.wechat]).filter((id) => !isWechatId(id))).toEqual([]);
  expect(present([one.nameZh]).filter((name) => !isHanName(name))).toEqual([]);
});

describe("applications", () => {
  const purposesOf = (ticks: Tick[] = []) => ticks.map(({ purpose }) => purpose);

  it("show every state, a founder without a number, Hong Kong, and one who comes again", () => {
    expect(new Set(applications.map(({ state }) => state))).toEqual(new Set(APPLICATION_STATES));
    const open = applications.filter(({ state }) =>
      OPEN_APPLICATION_STATES.some((one) => one === state),
    );
    expect(duplicates(open.map(({ email }) => email))).toEqual([]);
    expect(duplicates(applications.map(({ email }) => email))).toHaveLength(1);
    const submitted = applications.filter(({ state }) => state === "submitted");
    expect(submitted.map(({ answers }) => answers.country)).toEqual(["cn", "fr", "hk"]);
  });

  it.each(applications)("$slug holds known references and valid numbers", ({ email, answers }) => {
    expect(email).toMatch(/^[a-z.-]+@example\.org$/);
    expect(unknown("organisationKinds", [answers.organisationKind])).toEqual([]);
    expect(unknown("organisationSizes", [answers.headcount])).toEqual([]);
    expect(unknown("sectors", answers.sectors ?? [])).toEqual([]);
    expect(unknown("activityKinds", answers.activityKinds ?? [])).toEqual([]);
    expect(unknown("activityStages", [answers.activityStage])).toEqual([]);
    expect(unknown("cities", answers.cities ?? [])).toEqual([]);
    expect(unknown("languages", answers.languages ?? [])).toEqual([]);
    expect(unknown("membershipCategories", [answers.category])).toEqual([]);
    expect(unknown("consentPurposes", purposesOf(answers.consents))).toEqual([]);
    const places = answers.country === "fr" ? "lyonPlaces" : "cities";
    expect(unknown(places, [answers.headOffice])).toEqual([]);
    expect(present([answers.phone]).filter((phone) => !isPhone(phone))).toEqual([]);
    expect(present([answers.wechat]).filter((id) => !isWechatId(id))).toEqual([]);
    expect(present([answers.nameZh]).filter((name) => !isHanName(name))).toEqual([]);
  });

  it.each(applications.filter(({ state }) => state !== "draft"))(
    "$slug was complete when it was handed in",
    ({ answers, locale }) => {
      expect(listFaults(answers, { locale, joins: false, texts: PORTAL_TEXTS })).toEqual([]);
      const { registrationId } = answers;
      const isValid = answers.country === "fr" ? isNobodysSiren : isNobodysUscc;
      expect(present([registrationId]).filter((number) => !isValid(number))).toEqual([]);
    },
  );

  it.each(applications)("$slug moved forward in time, and was decided with a reason", (one) => {
    const times = present([
      one.createdAt,
      one.submittedAt,
      one.takenAt,
      one.decidedAt,
      one.withdrawnAt,
    ]);
    const moments = times.map((time) => momentOf(time).getTime());
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    const last = one.decisions.at(-1);
    if (["approved", "refused", "info-requested"].includes(one.state)) {
      expect(last?.verdict).toBe(one.state);
    }
    for (const { verdict, reasonCode, words } of one.decisions) {
      if (verdict === "refused") {
        expect(unknown("reasonsApplicationRefusal", [reasonCode ?? "none"])).toEqual([]);
      }
      if (verdict === "info-requested") {
        expect(one.messages.map((message) => message.words)).toContain(words);
      }
    }
  });

  it.each(applications)("$slug keeps the typography of its language", (one) => {
    const { locale, answers, messages, decisions } = one;
    const texts = present([
      answers.expectations,
      answers.contribution,
      answers.jobTitle?.[locale],
      answers.pitch?.[locale],
      ...messages.filter(({ kind }) => kind !== "note").map(({ words }) => words),
      ...decisions.map(({ words }) => words),
    ]);
    expect(texts.flatMap((text) => typographyFaults(text, locale))).toEqual([]);
    const notes = messages.filter(({ kind }) => kind === "note");
    expect(notes.flatMap(({ words }) => typographyFaults(words, "fr"))).toEqual([]);
  });
});

describe("requests and invitations", () => {
  const peopleOf = (slug: string) =>
    members.filter(
      ({ organisation, otherOrganisations }) =>
        organisation === slug || otherOrganisations.some((other) => other.slug === slug),
    );

  it("a member asks to join where they are not, and claims what nobody manages", () => {
    expect(requests.map(({ kind }) => kind)).toEqual(["join", "claim"]);
    for (const { member, organisation, kind, words } of requests) {
      const people = peopleOf(organisation);
      const isManaged = people.some(({ manages }) => manages.includes(organisation));
      expect(isManaged).toBe(kind === "join");
      if (kind === "join") expect(people.map(({ slug }) => slug)).not.toContain(member);
      expect(typographyFaults(words, "fr")).toEqual([]);
    }
  });

  it("a manager invites somebody new, and invitations are still open", () => {
    for (const { organisation, invitedBy, email, daysAgo } of invitations) {
      const people = peopleOf(organisation);
      const host = people.find(({ slug }) => slug === invitedBy);
      expect(host?.manages).toContain(organisation);
      expect(people.map((person) => person.email)).not.toContain(email);
      expect(daysAgo).toBeLessThan(30);
    }
  });
});
