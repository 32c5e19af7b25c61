import { mailLink } from "@/lib/core/text/mail-link";
import type { Definition } from "./definition-list";
import { PhoneLink } from "./phone-link";

type Way = "email" | "phone" | "wechat";

/** How somebody is reached, by a tap where there is one; ways they keep to themselves have no value. */
export function contactItems(
  { email, phone, wechat }: Record<Way, string | null>,
  terms: (way: Way) => string,
): Definition[] {
  return [
    { term: terms("email"), value: email ? <a href={mailLink(email)}>{email}</a> : null },
    { term: terms("phone"), value: phone ? <PhoneLink phone={phone} /> : null },
    { term: terms("wechat"), value: wechat },
  ];
}
