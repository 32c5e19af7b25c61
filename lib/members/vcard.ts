import { createHash } from "node:crypto";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { readPhone } from "@/lib/core/text/phone-numbers";
import { splitChineseName } from "./chinese-name";
import { latinName } from "./member-card";
import type { Contacts, MemberPage } from "./queries";

export type VcardSetting = {
  locale: Locale;
  /** Address of the member's page, and the club they were met through. */
  url: string;
  club: string;
  now: Date;
};

/**
 * What a reader sees of a member as a vCard 3.0 (RFC 2426), UTF-8, lines of at most 75 octets ended by CRLF.
 * 3.0 and not 4.0: iOS, Android, HarmonyOS and Outlook all import it, and 4.0 only in part. Readers in Chinese get the
 * Chinese name as N and FN, others the Latin one; the name in the other script is the NICKNAME, since a second FN and
 * ALTID are 4.0. A Chinese N is sorted by its Latin form (SORT-STRING, section 3.6.5), as address books sort pinyin. WeChat has no field that phones know: the id
 * stands in X-WECHAT and, to be read, in the NOTE. A hidden field has no line. The UID is the member's own and stays the
 * same in every language and for every reader, so that a card fetched again takes the place of the first.
 */
export function writeVcard(
  member: MemberPage,
  contacts: Contacts | null,
  { locale, url, club, now }: VcardSetting,
): string {
  const { originalLocale, jobTitle, organisation } = member;
  const { email, phone, wechat } = contacts ?? { email: null, phone: null, wechat: null };
  const title = pickText(jobTitle, locale, originalLocale);
  const org = pickText(organisation, locale, originalLocale);
  const lines = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `UID:${cardId(member.id)}`,
    ...nameLines(member, locale),
    org && `ORG:${escapeText(org.text)}`,
    title && `TITLE:${escapeText(title.text)}`,
    email && `EMAIL;TYPE=INTERNET:${escapeText(email)}`,
    phone && phoneLine(phone),
    wechat && `X-WECHAT:${escapeText(wechat)}`,
    `NOTE:${escapeText(wechat ? `${club}\nWeChat: ${wechat}` : club)}`,
    `URL:${url}`,
    `REV:${now.toISOString().replace(/\.\d+/, "")}`,
    "END:VCARD",
  ];
  return lines.flatMap((line) => (line ? `${foldLine(line)}\r\n` : [])).join("");
}

/** A name-based UUID (RFC 9562, version 8) from which the member's own id cannot be found. */
function cardId(memberId: string): string {
  const digest = createHash("sha256").update(`vcard of ${memberId}`).digest();
  digest[6] = 0x80 | ((digest[6] ?? 0) & 0x0f);
  digest[8] = 0x80 | ((digest[8] ?? 0) & 0x3f);
  const parts =
    digest
      .toString("hex")
      .match(/^(.{8})(.{4})(.{4})(.{4})(.{12})/)
      ?.slice(1) ?? [];
  return `urn:uuid:${parts.join("-")}`;
}

function nameLines({ names, nameZh }: MemberPage, locale: Locale): string[] {
  const latin = names && {
    full: latinName({ ...names, nameZh }),
    family: names.familyName,
    given: names.givenName,
  };
  const chinese = nameZh ? { full: nameZh, ...splitChineseName(nameZh) } : null;
  const [name, other] = locale === "zh" && chinese ? [chinese, latin] : [latin, chinese];
  const sorted = latin && name === chinese ? `${latin.family} ${latin.given}`.trim() : "";
  return [
    `N:${escapeText(name?.family ?? "")};${escapeText(name?.given ?? "")};;;`,
    `FN:${escapeText(name?.full ?? "")}`,
    ...(sorted ? [`SORT-STRING:${escapeText(sorted)}`] : []),
    ...(other ? [`NICKNAME:${escapeText(other.full)}`] : []),
  ];
}

/** E.164 where the number is a valid one, else as its owner typed it. */
function phoneLine(phone: string): string {
  const number = readPhone(phone);
  if (!number) return `TEL;TYPE=VOICE:${escapeText(phone)}`;
  const isMobile = /^\+(33[67]|861[3-9])/.test(number);
  return `TEL;TYPE=${isMobile ? "CELL" : "VOICE"}:${number}`;
}

/** RFC 2426, section 4: backslash, comma, semicolon and line break. */
function escapeText(text: string): string {
  return text.replace(/[\\,;]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");
}

const encoder = new TextEncoder();

/** RFC 2425, section 5.8.1: a longer line goes on after CRLF and a space, never inside a character. */
function foldLine(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
