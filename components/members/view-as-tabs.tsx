import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { ViewAs } from "@/lib/members/policy";
import { Notice } from "../ui/notice";
import { TabsNav } from "../ui/tabs-nav";

type ViewAsTabsProps = { slug: string; locale: Locale; as: ViewAs | undefined };

/** On one's own page: the same page through the eyes of others. */
export function ViewAsTabs({ slug, locale, as }: ViewAsTabsProps) {
  const t = getTranslator(locale, "members");
  const tab = (eyes: ViewAs | undefined, label: string) => ({
    label,
    href: path(locale, `/members/${slug}`, { as: eyes }),
    current: as === eyes,
  });
  const told = {
    public: t("member.previewPublic"),
    members: t("member.previewMembers"),
    contacts: t("member.previewContacts"),
    team: t("member.previewTeam"),
  };
  return (
    <>
      <TabsNav
        label={t("member.viewAs")}
        tabs={[
          tab(undefined, t("member.viewAsSelf")),
          tab("public", t("member.viewAsPublic")),
          tab("members", t("member.viewAsMembers")),
          tab("contacts", t("member.viewAsContacts")),
          tab("team", t("member.viewAsTeam")),
        ]}
      />
      {as ? (
        <Notice className="mb-8" title={t("member.previewTitle")}>
          {told[as]}
        </Notice>
      ) : null}
    </>
  );
}
