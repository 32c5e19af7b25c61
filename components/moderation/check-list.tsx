import type { MembershipStatus } from "@/db/enums";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { IdentityCheck } from "@/lib/moderation/identity-checks";
import { Icon } from "../ui/icon";

type CheckListProps = { locale: Locale; checks: IdentityCheck[]; status: MembershipStatus };

/** What was looked at for the club team, and what to look at again. */
export function CheckList({ locale, checks, status }: CheckListProps) {
  return (
    <ul className="space-y-2 text-sm">
      {checks.map((check) => (
        <li className="flex gap-2" key={check.id}>
          <Icon
            className={`mt-0.5 size-4.5 ${check.passed ? "text-success" : "text-warning"}`}
            name={check.passed ? "check" : "warning"}
          />
          <span>{words(check, status, locale)}</span>
        </li>
      ))}
    </ul>
  );
}

function words(check: IdentityCheck, status: MembershipStatus, locale: Locale): string {
  const t = getTranslator(locale, "admin");
  switch (check.id) {
    case "anonymous":
      return t("checks.anonymous");
    case "identifies":
      return t("checks.identifies", { found: check.found });
    case "deadline":
      return t("checks.deadline", { day: formatDay(check.deadline, locale) });
    case "active":
      return check.passed
        ? t("checks.active")
        : t("checks.notActive", { status: getTranslator(locale, "enums")(`status.${status}`) });
    case "affiliated":
      return check.passed ? t("checks.affiliated") : t("checks.notAffiliated");
    default:
      return t("checks.earlier", { count: check.count ?? 0 });
  }
}
