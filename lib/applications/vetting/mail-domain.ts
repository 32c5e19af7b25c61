/** As `readWebsite` takes it. */
const LONGEST = 400;

/** Hosts where anybody opens a mailbox: such an address says nothing about an organisation. */
const OPEN_TO_ALL =
  /^((gmail|googlemail|outlook|icloud|me|gmx|aol|foxmail|qq|vip\.qq|163|vip\.163|126|yeah|139|189|sina|sohu|aliyun|proton|protonmail|live|hotmail|msn)\.(com|net|cn|fr|me|ch)|(yahoo|ymail|hotmail|live|outlook|gmx)\.[a-z]{2,3}(\.[a-z]{2})?|sina\.(com\.)?cn|orange\.fr|wanadoo\.fr|free\.fr|sfr\.fr|neuf\.fr|laposte\.net|numericable\.fr|bbox\.fr)$/;

export type MailDomainCheck = {
  state: "same" | "differs" | "open-to-all" | "no-website";
  mailDomain: string;
  /** Host of the website without `www.`; empty when none was given or it cannot be read. */
  siteDomain: string;
};

/** Whether an address belongs to the organisation's website: one host is the other or lies below it. */
export function checkMailDomain(email: string, website: string | undefined): MailDomainCheck {
  const mailDomain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  const siteDomain = hostOf(website ?? "");
  const isBelow = (one: string, other: string) => one === other || one.endsWith(`.${other}`);
  if (siteDomain && (isBelow(mailDomain, siteDomain) || isBelow(siteDomain, mailDomain))) {
    return { state: "same", mailDomain, siteDomain };
  }
  if (OPEN_TO_ALL.test(mailDomain)) return { state: "open-to-all", mailDomain, siteDomain };
  return { state: siteDomain ? "differs" : "no-website", mailDomain, siteDomain };
}

function hostOf(website: string): string {
  const address = website.trim();
  if (address === "" || address.length > LONGEST) return "";
  const full = /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`;
  return URL.canParse(full) ? new URL(full).hostname.replace(/^www\./, "") : "";
}
