import "server-only";
import { liveRoute } from "@/lib/core/list-route";
import { getTalk, readMessages } from "./discussion.queries";
import { askedPage, toTalkView } from "./talk-view";
import { noteRoomRead } from "./unread.queries";

/** A page of a room's discussion (`?page=2`) for whoever is in the room: a `TalkView`. */
export const talkRoute = liveRoute({
  look: (viewer, { slug }: { slug: string }) => getTalk(viewer, slug),
  async read(viewer, talk, { page }, locale) {
    const messages = await readMessages(viewer, talk.roomId, locale, askedPage(page));
    if (askedPage(page) === 1) noteRoomRead(viewer, { id: talk.roomId }, messages);
    return toTalkView(talk, messages, locale);
  },
});
