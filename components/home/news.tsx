import type { FormAction } from "@/lib/core/form-state";
import type { FormCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { MemberCardData } from "@/lib/members/member-card";
import { memberCardCopy } from "@/lib/members/member-card-copy";
import { MemberList } from "../members/member-list";
import { type LinkedProject, ProjectLinks } from "../members/project-links";
import { ActionForm } from "../ui/action-form";
import { SubmitButton } from "../ui/submit-button";

type NewsProps = {
  locale: Locale;
  since: string;
  members: { total: number; members: MemberCardData[] };
  projects: LinkedProject[];
  markSeen: FormAction;
  form: FormCopy;
  idempotencyKey: string;
};

const MOST_PROJECTS = 5;

/** What happened in the club since the reader last said they had read it. */
export function News(props: NewsProps) {
  const { locale, since, members, projects, markSeen, form, idempotencyKey } = props;
  const t = getTranslator(locale, "home");
  return (
    <section aria-labelledby="news" className="space-y-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <div>
          <h2 className="font-semibold text-2xl" id="news">
            {t("news.title")}
          </h2>
          <p className="text-muted">{t("news.since", { day: since })}</p>
        </div>
        <ActionForm
          action={markSeen}
          className=""
          copy={form}
          idempotencyKey={idempotencyKey}
          locale={locale}
        >
          <SubmitButton size="small" variant="secondary">
            {t("news.seen")}
          </SubmitButton>
        </ActionForm>
      </div>
      {projects.length > 0 ? (
        <div>
          <h3 className="mb-3 font-semibold text-lg">
            {t("news.projects", { count: projects.length })}
          </h3>
          <ProjectLinks locale={locale} projects={projects.slice(0, MOST_PROJECTS)} />
          {projects.length > MOST_PROJECTS ? (
            <p className="mt-3">
              <a href={path(locale, "/projects")}>{t("news.allProjects")}</a>
            </p>
          ) : null}
        </div>
      ) : null}
      {members.total > 0 ? (
        <div>
          <h3 className="mb-3 font-semibold text-lg">
            {t("news.members", { count: members.total })}
          </h3>
          <MemberList
            columns={3}
            copy={memberCardCopy(locale)}
            headingLevel={4}
            locale={locale}
            members={members.members}
          />
          {members.total > members.members.length ? (
            <p className="mt-3">
              <a href={path(locale, "/members", { sort: "recent" })}>{t("news.allMembers")}</a>
            </p>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
