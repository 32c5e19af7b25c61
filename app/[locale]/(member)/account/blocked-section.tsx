import { MoveForm } from "@/components/ui/move-form";
import { SideSection } from "@/components/ui/side-section";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { unblockMemberAction } from "@/lib/introductions/blocking.actions";
import type { BlockedMember } from "@/lib/introductions/blocking.queries";
import { shownName } from "@/lib/members/member-card";

type BlockedSectionProps = { viewer: Viewer; blocked: BlockedMember[]; locale: Locale };

/** Whom one hears nothing from, each to be let go by whoever may write; nothing as long as nobody is blocked. */
export function BlockedSection({ viewer, blocked, locale }: BlockedSectionProps) {
  if (blocked.length === 0) return null;
  const t = getTranslator(locale, "members");
  const people = blocked.map(({ memberId, since, ...names }) => ({
    ...{ memberId, since },
    person: shownName(names, locale).text || t("block.someone"),
  }));
  return (
    <SideSection id="blocked" lead={t("block.ownLead")} title={t("block.own")}>
      <ul className="divide-y divide-hairline">
        {people.map(({ memberId, since, person }) => (
          <li
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
            key={memberId}
          >
            <div className="min-w-0">
              <p dir="auto">{person}</p>
              <p className="text-muted text-sm">
                {t("block.since", { day: formatDay(since, locale) })}
              </p>
            </div>
            {isActiveMember(viewer) ? (
              <MoveForm
                about={person}
                action={unblockMemberAction}
                hidden={{ memberId, from: "account" }}
                label={t("block.list")}
                locale={locale}
                scope={memberId}
                variant="secondary"
              />
            ) : null}
          </li>
        ))}
      </ul>
    </SideSection>
  );
}
