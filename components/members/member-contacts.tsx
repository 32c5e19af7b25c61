import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Contacts } from "@/lib/members/queries";
import { DefinitionList } from "../ui/definition-list";
import { PhoneLink } from "../ui/phone-link";

/** How to reach a member, as far as they show it to this reader. */
export function MemberContacts({ contacts, locale }: { contacts: Contacts; locale: Locale }) {
  const t = getTranslator(locale, "members");
  const { email, phone, wechat } = contacts;
  if (!(email || phone || wechat)) {
    return <p className="text-muted text-sm">{t("member.contactsNone")}</p>;
  }
  return (
    <DefinitionList
      items={[
        { term: t("member.email"), value: email && <a href={`mailto:${email}`}>{email}</a> },
        {
          term: t("member.phone"),
          value: phone && <PhoneLink phone={phone} />,
        },
        { term: t("member.wechat"), value: wechat },
      ]}
      layout="stack"
    />
  );
}
