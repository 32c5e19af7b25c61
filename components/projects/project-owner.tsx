import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OwnProject } from "@/lib/projects/owned.queries";
import type { ProjectPage } from "@/lib/projects/queries";
import { OwnerCard } from "../entries/owner-card";
import { fieldWords } from "./project-words";

type ProjectOwnerProps = Pick<ProjectPage, "owner"> & {
  /** The project as its owner has it; null for anybody else. */
  own: Pick<
    OwnProject,
    "moderation" | "textLevel" | "ownerLevel" | "shownSectors" | "shownPlaces"
  > | null;
  locale: Locale;
};

/**
 * Who proposes the project, as far as they show themselves; for members. Who is known only after acceptance is hinted
 * at, who left the directory is not named.
 */
export function ProjectOwner({ owner, own, locale }: ProjectOwnerProps) {
  const t = getTranslator(locale, "projects");
  const behind = (
    <>
      <p className="mt-1 font-semibold">{t("facts.ownerUnnamed")}</p>
      <p className="mt-1 text-pretty text-secondary">{t("behind.owner")}</p>
    </>
  );
  return (
    <OwnerCard
      id="owner"
      locale={locale}
      member={owner?.member}
      title={t("facts.owner")}
      unnamed={owner ? <p className="mt-1">{t("facts.ownerUnlisted")}</p> : behind}
    >
      <OthersRead locale={locale} own={own} />
    </OwnerCard>
  );
}

/** For the owner, who sees all of it: what others do not see before acceptance. */
function OthersRead({ own, locale }: Pick<ProjectOwnerProps, "own" | "locale">) {
  if (own?.moderation !== "published") return null;
  const t = getTranslator(locale, "projects");
  const hint = fieldWords({ sectors: own.shownSectors, places: own.shownPlaces }, locale);
  const named = hint ? t("owner.readOwner", { hint }) : t("owner.readNobody");
  const sentences = [
    own.ownerLevel === "contacts" ? named : "",
    own.textLevel === "contacts" ? t("owner.readText") : "",
  ].filter(Boolean);
  return sentences.map((sentence) => (
    <p className="no-print mt-2 text-pretty text-secondary text-sm" key={sentence}>
      {sentence}
    </p>
  ));
}
