CREATE TABLE "dues_pdfs" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"content" "bytea",
	"drawn_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "dues_pdfs" ADD CONSTRAINT "dues_pdfs_document_id_dues_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."dues_documents"("id") ON DELETE cascade ON UPDATE no action;