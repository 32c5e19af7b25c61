import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { shownName } from "@/lib/members/member-card";
import type { MemberPage } from "@/lib/members/queries";
import { GraveMove } from "../ui/grave-move";
import { MoveForm } from "../ui/move-form";
import { TitledPart } from "../ui/titled-part";

type BlockPanelProps = {
  member: MemberPage;
  locale: Locale;
  actions: Record<"block" | "unblock", FormAction>;
};

/** To hear nothing more from somebody, folded at the end of their page; and there too, how it is undone. */
export function BlockPanel({ member, locale, actions }: BlockPanelProps) {
  const t = getTranslator(locale, "members");
  const { id: memberId, names, nameZh, isBlocked } = member;
  const person = names ? shownName({ ...names, nameZh }, locale).text : t("block.someone");
  if (!isBlocked) {
    return (
      <GraveMove consequence={t("block.text")} label={t("block.open", { person })} variant="quiet">
        <MoveForm
          action={actions.block}
          hidden={{ memberId }}
          label={t("block.confirm")}
          locale={locale}
          scope="block"
          variant="secondary"
        />
      </GraveMove>
    );
  }
  return (
    <TitledPart id="blocked" size="small" title={t("block.title", { person })}>
      <p className="mb-3 text-secondary text-sm">{t("block.blocked")}</p>
      <MoveForm
        action={actions.unblock}
        hidden={{ memberId, from: "profile" }}
        label={t("block.undo")}
        locale={locale}
        scope="unblock"
        variant="secondary"
      />
    </TitledPart>
  );
}
