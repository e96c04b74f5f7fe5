ALTER TABLE "post_versions" ALTER COLUMN "document" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "post_versions" ADD COLUMN "delta" jsonb;--> statement-breakpoint
ALTER TABLE "post_versions" ADD COLUMN "words" integer;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "compact_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "post_versions" ADD CONSTRAINT "post_versions_whole_or_delta" CHECK ((document IS NULL) <> (delta IS NULL));--> statement-breakpoint
GRANT SELECT (finished_at, deleted_at, compact_seq) ON "posts" TO alwrity_keeper;
