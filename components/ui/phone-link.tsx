import { formatPhone } from "@/lib/core/text/phone-numbers";

/** A telephone number in its country's groups, to be dialled. */
export function PhoneLink({ phone }: { phone: string }) {
  return <a href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>{formatPhone(phone)}</a>;
}
