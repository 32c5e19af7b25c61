CREATE TABLE "room_translations" (
	"message_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"words" text,
	"made_by" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"failed_at" timestamp with time zone,
	CONSTRAINT "room_translations_message_id_locale_pk" PRIMARY KEY("message_id","locale"),
	CONSTRAINT "room_translations_locale_check" CHECK ("room_translations"."locale" in ('fr', 'en', 'zh'))
);
--> statement-breakpoint
ALTER TABLE "room_people" ADD COLUMN "machine_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "room_translations" ADD CONSTRAINT "room_translations_message_id_room_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."room_messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- All of a room's go as soon as one of its people takes their yes back, leaves or is erased.
CREATE FUNCTION drop_room_translations() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (OLD.machine_at IS NOT NULL AND NEW.machine_at IS NULL)
    OR (OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL) THEN
    DELETE FROM public.room_translations made USING public.room_messages message
      WHERE message.id = made.message_id AND message.room_id = OLD.room_id;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER room_people_translations AFTER UPDATE OR DELETE ON room_people FOR EACH ROW EXECUTE FUNCTION drop_room_translations();
