ALTER TABLE "room_people" ADD COLUMN "read_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "room_people" ADD COLUMN "mailed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "room_people" ADD COLUMN "mails_off_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "notices_room_messages_index" ON "notices" USING btree ("subject_id","account_id") WHERE "notices"."seen_at" is null and "notices"."kind" = 'roomMessages';