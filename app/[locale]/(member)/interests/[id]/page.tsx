import { notFound } from "next/navigation";
import { ActPanel } from "@/components/interests/act-panel";
import { Answers } from "@/components/interests/answers";
import { History } from "@/components/interests/history";
import { InterestHead } from "@/components/interests/interest-head";
import { InterestMachine } from "@/components/interests/interest-machine";
import { MessageForm } from "@/components/interests/message-form";
import { OtherSide } from "@/components/interests/other-side";
import { Thread } from "@/components/interests/thread";
import { EndContact } from "@/components/introductions/end-contact";
import { OutcomePrompt } from "@/components/projects/outcome-prompt";
import { WorthAdding } from "@/components/projects/worth-adding";
import { requireMember } from "@/lib/core/auth/viewer";
import { chosenProvider } from "@/lib/core/i18n/machine-translation";
import type { MachineWords } from "@/lib/core/i18n/machine-view";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import {
  acceptInterestAction,
  answerQuestionAction,
  askForMoreAction,
  chooseInterestMachineAction,
  concludeInterestAction,
  declineInterestAction,
  reviewInterestAction,
  translateInterestAction,
  withdrawInterestAction,
  writeMessageAction,
} from "@/lib/interests/actions";
import { actsOf, chosenAct } from "@/lib/interests/acts";
import { isRevealed } from "@/lib/interests/interest-words";
import { foreignPieces, readTranslations } from "@/lib/interests/machine.queries";
import {
  areBothWilling,
  awaitedParty,
  canEndInterestContact,
  canWriteMessage,
} from "@/lib/interests/policy";
import { getInterest } from "@/lib/interests/queries";
import { endContactAction } from "@/lib/introductions/actions";
import { noteNoticesSeen } from "@/lib/notifications/list.queries";
import { getOwnOutcome } from "@/lib/projects/outcomes/queries";
import { getOwnFoundBy } from "@/lib/projects/owned.queries";
import { getRoomOutline, hasRoom } from "@/lib/rooms/queries";

const ACTIONS = {
  accept: acceptInterestAction,
  answer: answerQuestionAction,
  ask: askForMoreAction,
  conclude: concludeInterestAction,
  decline: declineInterestAction,
  review: reviewInterestAction,
  withdraw: withdrawInterestAction,
};

export const generateMetadata = titled("interests", "page.title");

export default async function InterestPage({ params, searchParams }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const viewer = await requireMember(locale, `/interests/${id}`);
  const opened = new Date();
  const interest = (await getInterest(viewer, id)) ?? notFound();
  noteNoticesSeen(viewer, opened, id);
  const isWaiting = awaitedParty(interest.state) !== null;
  const provider = chosenProvider()?.name ?? null;
  const [outcome, isInRoom, foundBy, made] = await Promise.all([
    getOwnOutcome(viewer, interest.projectSlug),
    hasRoom(viewer, interest.projectSlug),
    isWaiting ? getOwnFoundBy(viewer, interest.projectSlug) : null,
    areBothWilling(interest) ? readTranslations(id, locale) : new Map<string, MachineWords>(),
  ]);
  const acts = actsOf(viewer, interest);
  const chosen = chosenAct(acts, (await searchParams).act);
  const room = chosen === "accept" ? await getRoomOutline(viewer, interest.projectSlug) : null;
  const isPersonFirst = isRevealed(interest);
  return (
    <>
      <InterestHead interest={interest} isInRoom={isInRoom} locale={locale} />
      <div className="grid gap-10 lg:grid-cols-[1fr_20rem]">
        <div className="min-w-0">
          {isPersonFirst ? (
            <OtherSide interest={interest} isFirst isInRoom={isInRoom} locale={locale} />
          ) : null}
          <ActPanel
            actions={ACTIONS}
            acts={acts}
            chosen={chosen}
            interest={interest}
            locale={locale}
            room={room}
          />
          <Answers interest={interest} locale={locale} made={made} />
          <InterestMachine
            choose={chooseInterestMachineAction}
            foreign={foreignPieces(interest, locale).map(({ piece }) => piece)}
            interest={interest}
            locale={locale}
            made={made}
            order={translateInterestAction}
            provider={provider}
          />
          <Thread interest={interest} locale={locale} made={made}>
            {chosen !== "answer" && chosen !== "ask" && canWriteMessage(viewer, interest) ? (
              <MessageForm
                action={writeMessageAction}
                interestId={id}
                isTranslated={provider !== null}
                isUnnamed={isWaiting && !interest.isNamed}
                locale={locale}
              />
            ) : null}
          </Thread>
        </div>
        <div className="space-y-8">
          {outcome ? <OutcomePrompt locale={locale} project={outcome} /> : null}
          {isPersonFirst ? null : <OtherSide interest={interest} locale={locale} />}
          {foundBy ? (
            <WorthAdding content={foundBy} locale={locale} slug={interest.projectSlug} />
          ) : null}
          <History interest={interest} locale={locale} made={made} />
          {canEndInterestContact(viewer, interest) ? (
            <EndContact
              action={endContactAction}
              from="interests"
              id={id}
              locale={locale}
              memberId={interest.party === "owner" ? interest.senderId : interest.ownerId}
            />
          ) : null}
        </div>
      </div>
    </>
  );
}
