import type { ReactNode } from "react";
import {
  canAskAddressFor,
  canAskErasureFor,
  canTakeArchive,
  canWithdrawErasureFor,
  isAddressUnproven,
} from "@/lib/accounts/policy";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { AccountDossier } from "@/lib/moderation/accounts.queries";
import { Card } from "../ui/card";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";
import { type Proof, ProvenForm } from "../ui/proven-form";
import { TextField } from "../ui/text-field";

type HeldCardsProps = {
  account: AccountDossier;
  viewer: Viewer;
  locale: Locale;
  proof: Proof;
  /** The page they stand on. */
  here: string;
  /** The archive was prepared a moment ago. */
  isOpen: boolean;
  actions: Record<"address" | "archive" | "erase" | "keep", FormAction>;
};

/** What an administrator does with somebody's account at their request: its address, an archive of it, its end. */
export function HeldCards(props: HeldCardsProps) {
  const { account, viewer, locale, proof, here, isOpen, actions } = props;
  const t = getTranslator(locale, "admin");
  const hidden = { accountId: account.id, version: String(account.version) };
  const shared = { locale, proof, here, hidden };
  const due = account.erasureDueAt && formatDay(account.erasureDueAt, locale);
  return (
    <>
      {canAskAddressFor(viewer, account) ? (
        <HeldCard locale={locale} part="address">
          <AddressForm
            {...shared}
            action={actions.address}
            isUnproven={isAddressUnproven(account)}
          />
        </HeldCard>
      ) : null}
      {canTakeArchive(viewer, account) ? (
        <HeldCard locale={locale} part="archive">
          {isOpen ? (
            <LinkButton href={`/api/account/export?of=${account.id}`}>
              {t("held.archive.take")}
            </LinkButton>
          ) : (
            <NotedForm
              {...shared}
              action={actions.archive}
              part="archive"
              scope="archive"
              variant="secondary"
            />
          )}
        </HeldCard>
      ) : null}
      {canAskErasureFor(viewer, account) ? (
        <HeldCard locale={locale} part="erasure">
          <NotedForm
            {...shared}
            action={actions.erase}
            part="erasure"
            scope="erase"
            variant="danger"
          />
        </HeldCard>
      ) : null}
      {canWithdrawErasureFor(viewer, account) ? (
        <HeldCard locale={locale} part="erasure">
          <MoveForm
            action={actions.keep}
            hidden={hidden}
            label={t("held.erasure.withdraw")}
            locale={locale}
            scope="erase"
            variant="secondary"
          >
            <p className="max-w-measure">{t("held.erasure.due", { day: due ?? "" })}</p>
          </MoveForm>
        </HeldCard>
      ) : null}
    </>
  );
}

type HeldCardProps = {
  part: "address" | "archive" | "erasure";
  locale: Locale;
  children: ReactNode;
};

function HeldCard({ part, locale, children }: HeldCardProps) {
  return (
    <Card as="section" labelledBy={part}>
      <h2 className="mb-3 font-semibold text-lg" id={part}>
        {getTranslator(locale, "admin")(`held.${part}.title`)}
      </h2>
      {children}
    </Card>
  );
}

type HeldFormProps = Pick<HeldCardsProps, "locale" | "proof" | "here"> & {
  action: FormAction;
  hidden: Record<string, string>;
};

/** A new address; one that nobody has confirmed yet is put right at once. */
function AddressForm({ isUnproven, ...form }: HeldFormProps & { isUnproven: boolean }) {
  const t = getTranslator(form.locale, "admin");
  return (
    <ProvenForm
      {...form}
      scope="address"
      submit={t(`held.address.${isUnproven ? "correct" : "submit"}`)}
    >
      <p className="max-w-measure">
        {t(`held.address.${isUnproven ? "unproven" : "consequences"}`)}
      </p>
      <TextField
        inputMode="email"
        label={t("held.address.email")}
        name="email"
        required
        spellCheck={false}
        type="email"
        width="medium"
      />
    </ProvenForm>
  );
}

type NotedFormProps = HeldFormProps & {
  part: "archive" | "erasure";
  scope: string;
  variant: "secondary" | "danger";
};

/** Sent with a note of how the person asked for it. */
function NotedForm({ part, ...form }: NotedFormProps) {
  const t = getTranslator(form.locale, "admin");
  return (
    <ProvenForm {...form} submit={t(`held.${part}.submit`)}>
      <p className="max-w-measure">{t(`held.${part}.consequences`)}</p>
      <TextField
        hint={t("held.noteHint")}
        label={t("held.note")}
        maxLength={300}
        name="note"
        required
      />
    </ProvenForm>
  );
}
