import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Contacts } from "@/lib/members/queries";
import { contactItems } from "../ui/contact-items";
import { DefinitionList } from "../ui/definition-list";

/** How to reach a member, as far as they show it to this reader. */
export function MemberContacts({ contacts, locale }: { contacts: Contacts; locale: Locale }) {
  const t = getTranslator(locale, "members");
  const { email, phone, wechat } = contacts;
  if (!(email || phone || wechat)) {
    return <p className="text-muted text-sm">{t("member.contactsNone")}</p>;
  }
  return (
    <DefinitionList items={contactItems(contacts, (way) => t(`member.${way}`))} layout="stack" />
  );
}
