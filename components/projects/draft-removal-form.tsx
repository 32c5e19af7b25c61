import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Checkbox } from "../ui/checkbox";
import { MoveForm } from "../ui/move-form";

type DraftRemovalFormProps = {
  action: FormAction;
  project: { id: string; version: number; slug: string };
  locale: Locale;
};

/** For good: what follows is read first, then ticked, then sent. */
export function DraftRemovalForm({ action, project, locale }: DraftRemovalFormProps) {
  const t = getTranslator(locale, "projects");
  return (
    <div className="max-w-measure space-y-5">
      <p>{t("remove.consequence")}</p>
      <MoveForm
        action={action}
        className="space-y-5"
        hidden={{ projectId: project.id, version: String(project.version) }}
        label={t("remove.confirm")}
        locale={locale}
        scope="remove"
        variant="danger"
      >
        <Checkbox label={t("remove.tick")} name="understood" required value="on" />
      </MoveForm>
      <p>
        <a href={path(locale, `/projects/${project.slug}`)}>{t("remove.keep")}</a>
      </p>
    </div>
  );
}
