import { notFound } from "next/navigation";
import { BackToList } from "@/components/entries/back-to-list";
import { PostForm } from "@/components/projects/post-form";
import { requireActor } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { postProjectAction } from "@/lib/projects/actions";
import { canDraftProject } from "@/lib/projects/policy";
import { PROJECTS } from "@/lib/projects/project";

export const generateMetadata = titled("projects", "post.title");

export default async function NewProjectPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireActor(locale, "/projects/new");
  if (!canDraftProject(viewer)) notFound();
  const t = getTranslator(locale, "projects");
  return (
    <>
      <div className="mb-2 max-sm:-mt-5 sm:mb-8">
        <div className="mb-4 max-sm:hidden">
          <BackToList locale={locale} noun={PROJECTS} />
        </div>
        <h1 className="font-semibold text-2xl leading-tight sm:text-3xl">{t("post.title")}</h1>
      </div>
      <PostForm action={postProjectAction} locale={locale} />
    </>
  );
}
